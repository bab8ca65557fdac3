using Dialog.Bot.Access;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Desk;

/// <summary>
/// A form that makes something carries a mark of its own from when it is first shown until it is sent for good. What it makes gets an id that is drawn from
/// who sent it, where to, the mark and what was written: the same form sent twice finds what it made, with something else in it it makes something else.
/// </summary>
internal static class Once
{
    /// <summary>The field that carries the mark.</summary>
    public const string Field = "once";

    private const int Length = 32;

    /// <summary>The mark of a form that is shown: a new one, or the one it was sent with.</summary>
    public static string MarkOf(FilledForm form) => IsMark(form.Value(Field)) ? form.Value(Field) : AssignmentOpener.NewId();

    /// <summary>The id of what a form makes; any when it carries no mark.</summary>
    /// <param name="http">The request that sent it.</param>
    /// <param name="form">The form.</param>
    /// <param name="said">What is made, in full.</param>
    public static string IdOf(HttpContext http, IFormCollection form, string said) => form[Field].ToString() is var mark && IsMark(mark)
        ? DrawnId.Of(http, $"{mark}\n{said}")[..Length]
        : AssignmentOpener.NewId();

    private static bool IsMark(string text) => text.Length == Length && text.All(char.IsAsciiHexDigit);
}
