using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>Collects what is wrong with a request, one message per field (RFC 9457).</summary>
internal sealed class Problems
{
    private readonly Dictionary<string, string[]> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>Every mistake with its field.</summary>
    public IEnumerable<(string Field, string Message)> All => errors.SelectMany(error => error.Value.Select(message => (error.Key, message)));

    /// <summary>A text that must be there.</summary>
    public string Need(string field, string? value, int most)
    {
        Check(field, !string.IsNullOrWhiteSpace(value), "This is needed.");
        return Optional(field, value, most) ?? "";
    }

    /// <summary>A text that may be left out.</summary>
    public string? Optional(string field, string? value, int most)
    {
        Check(field, value is null || value.Length <= most, $"At most {most} characters.");
        Check(field, value is null || !value.Any(mark => char.IsControl(mark) && mark is not ('\n' or '\r' or '\t')), "No control characters.");
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>A text of one line that may be left out.</summary>
    public string? Line(string field, string? value, int most)
    {
        var text = Optional(field, value, most);
        Check(field, text is null || !text.Any(char.IsControl), "One line.");
        return text;
    }

    /// <summary>One of an enumeration's names as they stand in JSON; null when left out.</summary>
    public T? Named<T>(string field, string? value)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        var found = JsonNames<T>.All.TryGetValue(value, out var named);
        Check(field, found, $"{value} is not known. Use {string.Join(", ", JsonNames<T>.All.Keys)}.");
        return found ? named : null;
    }

    public void Check(string field, bool holds, string otherwise)
    {
        if (!holds)
        {
            errors[field] = [.. errors.GetValueOrDefault(field, []), otherwise];
        }
    }

    public ValidationProblem ToResult() => TypedResults.ValidationProblem(errors);

    public static ProblemHttpResult NotFound(string what, string id) =>
        TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound);
}
