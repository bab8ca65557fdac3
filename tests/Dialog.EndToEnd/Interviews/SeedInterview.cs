using System.Text.Json;

namespace Dialog.EndToEnd.Interviews;

/// <summary>The seed's own interview (Fixtures/seed.json): what the editor orders, what the person answers, what shall come of it.</summary>
internal sealed class SeedInterview
{
    private readonly JsonElement _root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed.json")));

    public string Topic => Order.GetProperty("topic").GetString()!;

    public string Brief => Order.GetProperty("brief").GetString()!;

    /// <summary>The person's lines by slot, in order.</summary>
    public IReadOnlyList<(string Slot, IReadOnlyList<string> Lines)> Lines =>
    [
        .. _root.GetProperty("lines").EnumerateArray()
            .Where(line => line.GetProperty("from").GetString() == "respondent")
            .GroupBy(line => line.GetProperty("slot").GetString()!, line => line.GetProperty("text").GetString()!)
            .Select(slot => (slot.Key, (IReadOnlyList<string>)[.. slot])),
    ];

    /// <summary>The answers that shall be stored, by slot.</summary>
    public IReadOnlyDictionary<string, string> Answers =>
        _root.GetProperty("expected").GetProperty("answers").EnumerateObject().ToDictionary(slot => slot.Name, slot => slot.Value.GetString()!);

    private JsonElement Order => _root.GetProperty("assignment");

    /// <summary>The texts the rules give, for the outlets whose whole text is laid down.</summary>
    public string ReferenceText(string outlet) => _root.GetProperty("expected").GetProperty("referenceDrafts").GetProperty(outlet).GetProperty("text").GetString()!;

    /// <summary>A part of the quarter-page ad as the rules give it.</summary>
    public string ReferenceAd(string part) => _root.GetProperty("expected").GetProperty("referenceDrafts").GetProperty("ad_quarter").GetProperty(part).GetString()!;

    /// <summary>The editor's order for a person, as the REST API takes it.</summary>
    public object OrderFor(string personId) => new
    {
        topic = Topic,
        brief = Brief,
        personId,
        track = Order.GetProperty("track"),
        outlets = Order.GetProperty("outlets").EnumerateArray().Select(outlet => outlet.GetString()).Prepend("ad"),
        adSize = Order.GetProperty("edition").GetProperty("adSize"),
        enumeration = Order.GetProperty("enumeration"),
        link = Order.GetProperty("link"),
        hashtags = Order.GetProperty("hashtags"),
        publishOn = Order.GetProperty("edition").GetProperty("publishOn"),
        copyDeadline = Order.GetProperty("edition").GetProperty("copyDeadline"),
        language = "sv",
    };
}
