using System.Text.Json;
using Dialog.Bot.Api;
using Dialog.Bot.Store;
using Dialog.Core.Calendars;
using Dialog.Core.Reading;

namespace Dialog.Bot.Desk;

/// <summary>Who somebody is, as the desk's form says it.</summary>
/// <param name="Name">As it stands in a byline.</param>
/// <param name="Title">The title in a byline.</param>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Email">The address the person signs in with.</param>
/// <param name="Roles">Separated by commas.</param>
public sealed record PersonForm(string Name, string Title, string Language, string TimeZone, string Email, string Roles)
{
    /// <summary>The field that carries who they were when the form was shown.</summary>
    public const string SeenField = "seen";

    internal static PersonForm Of(PersonRow row) => new(row.Name ?? "", row.Title ?? "", row.Language, row.TimeZone, row.Email ?? "", InOrder(row.Roles.Split(',')));

    /// <summary>As it was sent; whoever gives no roles changes neither them nor the e-mail address.</summary>
    public static PersonForm Read(IFormCollection form, PersonForm seen, bool givesRoles)
    {
        string Text(string name) => form[name].ToString().Trim();
        string Line(string name) => Text(name).Any(char.IsControl) ? Text(name) : Clean.Text(Text(name));
        return new PersonForm(Line("name"), Line("title"), Text("language"), Text("timeZone"), givesRoles ? Text("email").ToLowerInvariant() : seen.Email, givesRoles ? InOrder(form["roles"].OfType<string>()) : seen.Roles);
    }

    /// <summary>Who they were when the form was shown; null when it does not tell.</summary>
    public static PersonForm? SeenIn(IFormCollection form)
    {
        try
        {
            return form[SeenField].ToString() is { Length: > 0 } text && StateJson.Read<PersonForm>(text) is { Name: not null, Title: not null, Language: not null, TimeZone: not null, Email: not null, Roles: not null } seen ? seen : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Has(string role) => Roles.Split(',').Contains(role);

    /// <summary>The fields that cannot be saved.</summary>
    public IEnumerable<string> Mistakes(PersonForm seen)
    {
        var problems = new Problems();
        problems.Check("name", Name.Length > 0 || seen.Name.Length == 0, "");
        problems.Line("name", Name, 200);
        problems.Line("title", Title, 200);
        problems.Check("language", Language is "sv" or "en", "");
        problems.Check("timeZone", TimeZone == seen.TimeZone || WallClock.Knows(TimeZone), "");
        PeopleApi.ReadEmail(Email, problems);
        problems.Check("roles", Roles.Length > 0, "");
        return problems.All.Select(problem => problem.Field).Distinct();
    }

    /// <summary>The field, <c>name</c> or <c>title</c>, by which somebody new cannot go; null when they can.</summary>
    public static string? Unnamed(string name, string? title)
    {
        var problems = new Problems();
        problems.Line("name", name, 200);
        problems.Line("title", title, 200);
        return problems.All.Select(problem => problem.Field).FirstOrDefault();
    }

    /// <summary>Writes down what is other than it was seen: what somebody else has changed meanwhile stays.</summary>
    internal void Change(PersonRow row, PersonForm seen)
    {
        row.Name = Name == seen.Name ? row.Name : Name;
        row.Title = Title == seen.Title ? row.Title : Title.Length == 0 ? null : Title;
        row.LanguageAssumed &= Language == seen.Language;
        row.Language = Language == seen.Language ? row.Language : Language;
        row.TimeZone = TimeZone == seen.TimeZone ? row.TimeZone : TimeZone;
        row.Email = Email == seen.Email ? row.Email : Email.Length == 0 ? null : Email;
        row.Roles = Roles == seen.Roles ? row.Roles : Roles;
    }

    private static string InOrder(IEnumerable<string> roles) => string.Join(',', PeopleApi.KnownRoles.Where(role => roles.Contains(role)));
}
