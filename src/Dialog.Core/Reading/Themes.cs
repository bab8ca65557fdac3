using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dialog.Core.Reading;

/// <summary>What a text is about, as far as its words tell: stems that say something, without those that stand in every text.</summary>
public static class Themes
{
    /// <summary>A shorter word says too little alone.</summary>
    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> Common = (
        "och att det som ett den dem dom jag mig min mitt mina men man inte kan har hade havt han hon hen hans hennes honom henne var vara varit vad vem vems vilka vilken vilket varför varifrån där här hit dit när hur för från "
        + "med mot till över under efter innan mellan utan genom sedan sen också bara även ännu redan alltid aldrig igen aldrig kanske nog väl ju nu då än mer mest mycket många mindre minst lite litet få fler flera flest alla allt allting någon något några ingen inget inga "
        + "sig sin sitt sina din ditt dina dig oss vår vårt våra ert era eder ni vi denna detta dessa denne ska skall skulle vill ville bli blir blev blivit blivet eller också samt både antingen ifall om så sån sådan sådant sådana "
        + "gör göra gjorde gjort får fick fått ger ge gav tar ta tog kom kommer komma går gå gick säger säga sade sagt ser sett måste borde bör behöver finns fanns finnas tycker tyckte tror trodde tänker tänk anser menar menade verkar känns känner låter "
        + "bra bättre bäst dåligt dåliga dålig sämre rätt fel helt väldigt ganska riktigt verkligen egentligen faktiskt själv själva själva andra annan annat samma första nya ny nytt stor stora stort liten små gång gånger dag dagar året åren folk människor person personer sak saker tack hej "
        + "the and that this these those there here with from for not but are was were been being have has had does did doing done will would should could can cannot may might must shall its it's i'm you your yours our ours their theirs them they she her hers him his who whom whose what which when where why how "
        + "all any some more most much many few less least other another same such only also just very really quite too even still yet already always never again maybe about into over under after before between without because than then now one two thing things people person good better best bad worse worst right wrong new big small think thinks thought feel feels say says said get gets got make makes made need needs want wants like likes let lets thank thanks hello")
        .Split(' ').ToFrozenSet();

    /// <summary>The stems of a text that say something, each with the word it stood in first, in the order of the text.</summary>
    public static ImmutableList<(string Stem, string Word)> Of(string text)
    {
        var found = ImmutableList.CreateBuilder<(string, string)>();
        var seen = new HashSet<string>();
        foreach (var word in TextParts.Words(text).SelectMany(word => LowerCase.Of(word).Split('-', ':', '\'')))
        {
            if (word.Length >= ShortestWord && !Common.Contains(word) && word.Any(char.IsLetter) && SearchWords.Stem(word) is var stem && seen.Add(stem))
            {
                found.Add((stem, word));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>How many stems two texts share.</summary>
    public static int Shared(string one, string other)
    {
        var stems = Of(one).Select(theme => theme.Stem).ToHashSet();
        return Of(other).Count(theme => stems.Contains(theme.Stem));
    }
}
