using System.Collections.Immutable;
using System.Diagnostics;
using Dialog.Bot.Export;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dialog.Bot.Tests.Export;

public class WordTests
{
    private static readonly DateTimeOffset Noon = new(2027, 2, 5, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("I går satte vi ut 24 bänkar.\nTvå rader.\n\nEtt stycke till 👵🏽.")]
    [InlineData("Styrtecken \u0000\u0001\u0008\u000B\u001F\u007F\u0085 och \uFFFE\uFFFF och ensamt \uD83D surrogat \uDE00 </w:t> & <w:p/> ]]>")]
    [InlineData("")]
    public void The_document_is_valid_whatever_people_wrote(string text)
    {
        using var document = Open(Word.Write(CopyOf(text)));

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void What_people_wrote_stands_as_text()
    {
        using var document = Open(Word.Write(CopyOf("<w:p/> & \"citat\" =1+1")));

        Assert.Contains("<w:p/> & \"citat\" =1+1", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("store", "Sqlite")]
    public async Task LibreOffice_opens_the_documents_and_reads_every_word()
    {
        var office = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-writer-nogui");
        var folder = Directory.CreateTempSubdirectory("dialog-word-");
        try
        {
            string Named(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(Named("plain.docx"), Word.Write(CopyOf("I går satte vi ut 24 bänkar.\nTvå rader.")), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Named("odd.docx"), Word.Write(CopyOf("Styrtecken \u0000\u0001 och \uFFFE </w:t> & <w:p/> ]]>")), TestContext.Current.CancellationToken);
            using var converted = Process.Start(new ProcessStartInfo(office!, [$"-env:UserInstallation=file://{Named("profile")}", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.FullName, Named("plain.docx"), Named("odd.docx")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await converted.WaitForExitAsync(TestContext.Current.CancellationToken);
            var plain = await File.ReadAllTextAsync(Named("plain.txt"), TestContext.Current.CancellationToken);
            var odd = await File.ReadAllTextAsync(Named("odd.txt"), TestContext.Current.CancellationToken);

            Assert.All(["I går satte vi ut 24 bänkar.", "Två rader.", "Bänkar", "Katrineholms kommun"], words => Assert.Contains(words, plain, StringComparison.Ordinal));
            Assert.All(["</w:t> & <w:p/> ]]>", "Bänkar", "Katrineholms kommun"], words => Assert.Contains(words, odd, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Varför plogar kommunen inte min gata först?", "2027-02-05-varfor-plogar-kommunen-inte-min-gata-forst-r1.md")]
    [InlineData("../../etc/passwd\r\nSet-Cookie: x", "2027-02-05-etc-passwd-set-cookie-x-r1.md")]
    [InlineData("Smörgåsbord à la Ærø", "2027-02-05-smorgasbord-a-la-aero-r1.md")]
    [InlineData("日本語", "2027-02-05-dialog-r1.md")]
    public void File_names_are_plain(string topic, string name) => Assert.Equal(name, (CopyOf("Hej.") with { Assignment = AssignmentOf(topic) }).FileName("md"));

    private static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);

    private static Assignment AssignmentOf(string topic) => new() { Id = "a1", Topic = topic, PersonId = "mattias", Language = "sv", Outlets = ["x"], PublishOn = new DateOnly(2027, 2, 5) };

    private static Copy CopyOf(string text)
    {
        var actor = new Actor(ReviewRole.Respondent, "mattias", text);
        var draft = new Draft { Outlet = "x", Text = text, Parts = [], Length = text.Length, Limit = 280, Unit = "weightedCharacters", Sentences = [new DraftSentence(text, Origin.Own, new AnswerReference(Slot.Why, 1, 0))] };
        return new Copy(AssignmentOf("Bänkar"), text, [Review.Begin("a1", draft, actor, Noon)], ImmutableList<Reaction>.Empty, new Organisation { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" }, Noon, Noon);
    }
}
