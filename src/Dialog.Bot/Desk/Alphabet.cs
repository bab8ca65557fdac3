using System.Globalization;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>The order of names and titles: that of the organisation's language, whatever the machine or the database says. In Swedish Å, Ä and Ö, in this order, follow Z.</summary>
internal static class Alphabet
{
    public static StringComparer Of(Organisation organisation) => StringComparer.Create(CultureInfo.GetCultureInfo(organisation.Language == "en" ? "en-GB" : "sv-SE"), ignoreCase: true);
}
