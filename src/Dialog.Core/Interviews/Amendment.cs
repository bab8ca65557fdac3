using System.Text.Json.Serialization;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>A change of what was said, asked for in words (rättelse; domain.md §2.3). Nothing else can be asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "form")]
[JsonDerivedType(typeof(Replace), "replace")]
[JsonDerivedType(typeof(ReplaceWhat), "replaceWhat")]
[JsonDerivedType(typeof(Write), "write")]
[JsonDerivedType(typeof(Respell), "respell")]
[JsonDerivedType(typeof(RetractLast), "retractLast")]
[JsonDerivedType(typeof(RetractNamed), "retractNamed")]
[JsonDerivedType(typeof(RetractNth), "retractNth")]
[JsonDerivedType(typeof(Move), "move")]
[JsonDerivedType(typeof(Add), "add")]
public abstract record Amendment
{
    private Amendment()
    {
    }

    /// <summary>"Jag menade torsdag, inte onsdag"; "skriv X i stället för Y".</summary>
    /// <param name="From">What stands there.</param>
    /// <param name="To">What is meant.</param>
    /// <param name="Certain">It can mean nothing else, even when <paramref name="From"/> stands nowhere.</param>
    public sealed record Replace(string From, string To, bool Certain) : Amendment;

    /// <summary>"Jag menade torsdag": in place of what?</summary>
    /// <param name="To">What is meant.</param>
    /// <param name="Certain">It can mean nothing else, even when nothing of its kind was said.</param>
    public sealed record ReplaceWhat(string To, bool Certain = true) : Amendment;

    /// <summary>"Skriv: …".</summary>
    public sealed record Write(string Text) : Amendment;

    /// <summary>"*Opened": the closest word of the last message is meant.</summary>
    public sealed record Respell(string Word) : Amendment;

    /// <summary>"Stryk det!": the last message.</summary>
    public sealed record RetractLast : Amendment;

    /// <summary>"Stryk det där om …": every sentence with these words.</summary>
    /// <param name="Words">Some words of the sentence.</param>
    /// <param name="Certain">It can mean nothing else, even when the words stand nowhere.</param>
    public sealed record RetractNamed(string Words, bool Certain) : Amendment;

    /// <summary>"Scratch the first one".</summary>
    /// <param name="Number">1 for the first, -1 for the last.</param>
    /// <param name="Sentence">A sentence is meant, not a message.</param>
    public sealed record RetractNth(int Number, bool Sentence) : Amendment;

    /// <summary>"Det där var svaret på varför".</summary>
    public sealed record Move(Slot To) : Amendment;

    /// <summary>"Glömde: …, lägg till det på vem".</summary>
    /// <param name="Text">What is added, without the command words.</param>
    /// <param name="To">Where, if named.</param>
    public sealed record Add(string Text, Slot? To) : Amendment;
}
