using Sylvan.Data.Csv;

namespace Dialog.Bot.Api;

/// <summary>A table in CSV: a header line, then a line each; comma, semicolon or tab. Empty cells are left out.</summary>
internal static class CsvLines
{
    private const int MostLines = 1000;

    /// <summary>The lines with their number in the file; what is wrong is collected by line.</summary>
    /// <param name="text">The table.</param>
    /// <param name="columns">The columns there are; letter case does not matter.</param>
    /// <param name="needed">How many of the first ones have to be there.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static List<(int Line, Dictionary<string, string> Cells)> Read(string text, string[] columns, int needed, Problems problems)
    {
        var lines = new List<(int, Dictionary<string, string>)>();
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Check("file", holds: false, $"The first line names the columns: {string.Join(", ", columns)}.");
            return lines;
        }

        try
        {
            using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 64 * 1024 });
            var header = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetName(index).Trim()).ToList();
            foreach (var unknown in header.Where(name => !columns.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                problems.Check("line 1", holds: false, $"{unknown} is no column. Use {string.Join(", ", columns)}.");
            }

            foreach (var missing in columns[..needed].Where(name => !header.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                problems.Check("line 1", holds: false, $"The column {missing} is needed.");
            }

            problems.Check("line 1", header.Distinct(StringComparer.OrdinalIgnoreCase).Count() == header.Count, "A column stands twice.");
            while (!problems.Any && csv.Read())
            {
                if (lines.Count == MostLines)
                {
                    problems.Check("file", holds: false, $"At most {MostLines} lines at once.");
                    break;
                }

                problems.Check($"line {csv.RowNumber + 1}", csv.RowFieldCount <= header.Count, "There are more cells than columns.");
                var cells = header.Take(csv.RowFieldCount).Select((name, index) => (name, Value: csv.GetString(index).Trim())).Where(cell => cell.Value.Length > 0);
                lines.Add((csv.RowNumber + 1, cells.ToDictionary(cell => cell.name, cell => cell.Value, StringComparer.OrdinalIgnoreCase)));
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            problems.Check("file", holds: false, $"This is no table that can be read: {exception.Message}");
        }

        problems.Check("file", problems.Any || lines.Count > 0, "There are no lines below the header.");
        return lines;
    }
}
