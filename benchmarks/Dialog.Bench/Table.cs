using System.Globalization;

namespace Dialog.Bench;

/// <summary>The figures, one a line.</summary>
internal sealed class Table
{
    private readonly List<(string Name, double Value, string Unit, string Mark, bool? Met)> rows = [];

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public void Add(string name, double value, string unit, string mark, bool? met) => rows.Add((name, value, unit, mark, met));

    public void Print()
    {
        Console.WriteLine();
        foreach (var (name, value, unit, mark, met) in rows)
        {
            var verdict = met switch { true => $"{mark}: met", false => $"{mark}: missed", null => "" };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-42} {value,10:0.##} {unit,-4} {verdict}"));
        }
    }
}
