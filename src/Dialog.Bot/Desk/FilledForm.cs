using Microsoft.Extensions.Primitives;

namespace Dialog.Bot.Desk;

/// <summary>A form as somebody has filled it in, or nobody yet: what was written stays when something of it is wrong.</summary>
public sealed class FilledForm(IFormCollection? form)
{
    /// <summary>Somebody has filled it in.</summary>
    public bool Filled => form is not null;

    /// <summary>What was written in a field; empty when nothing was.</summary>
    public string Value(string name) => Of(name).ToString();

    /// <summary>Everything that was chosen.</summary>
    public IReadOnlyList<string> Values(string name) => [.. Of(name).OfType<string>()];

    /// <summary>Something was chosen.</summary>
    public bool Has(string name, string value) => Of(name).Contains(value);

    private StringValues Of(string name) => form is null ? StringValues.Empty : form[name];
}
