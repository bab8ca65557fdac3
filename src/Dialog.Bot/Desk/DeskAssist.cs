using Dialog.Bot.Access;
using Dialog.Bot.Assisting;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assisting;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>An editor asks for suggestions to a draft, and takes one or none.</summary>
internal static class DeskAssist
{
    public static void MapDeskAssist(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/assignments/{id}/assist", AskAsync).Needs(Act.Review);
        desk.MapPost("/assignments/{id}/assist/accept", AcceptAsync).Needs(Act.Review);
    }

    private static async Task<IResult> AskAsync(HttpContext http, string id, IFormCollection form, DeskRead read, Organisation organisation, AiSettings settings)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (settings.Model is not { } model || await read.FindAsync(id, http.RequestAborted) is not { } found
            || found.Drafts.FirstOrDefault(draft => draft.Id == form["draft"].ToString()) is not { } draft
            || !Enum.TryParse<AssistKind>(form["kind"].ToString(), out var kind) || !Enum.IsDefined(kind)
            || !Acting.May(Acting.Of(http, found.Review), found.Review, draft, ReviewAction.Edit)
            || AssistTask.Of(draft.Draft, organisation.Outlets.Find(draft.Draft.Outlet), kind) is not { } task)
        {
            return DeskServices.NotFound(texts);
        }

        var language = found.Assignment.Language;
        var names = organisation.Roster.Append(found.Person.Name ?? "").Where(name => name.Length > 0);
        var help = await http.RequestServices.GetRequiredService<Assistant>().AskAsync(task, names, found.Answers.Select(answer => answer.Text), language, http.RequestAborted);
        var seal = http.RequestServices.GetRequiredService<SuggestionSeal>();
        return new RazorComponentResult<SuggestionsPage>(new
        {
            Texts = texts,
            Found = found,
            Draft = draft,
            Outlet = organisation.Outlets.Find(draft.Draft.Outlet),
            Wish = task,
            Advice = help,
            Model = model,
            By = form["by"].ToString(),
            Seals = help.Suggestions.ConvertAll(suggestion => seal.Close(new SealedSuggestion(id, draft.Id, draft.Newest.Number, kind == AssistKind.Critic ? suggestion.Text : task.Put(suggestion.Text), new Assistance(kind, model)))),
        });
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, string id, IFormCollection form, DeskRead read, ReviewDesk desk, ChatVisitors visitors, Organisation organisation, AiSettings settings)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (settings.Model is null || http.RequestServices.GetRequiredService<SuggestionSeal>().Open(form["suggestion"].ToString()) is not { } taken || taken.AssignmentId != id)
        {
            return DeskServices.NotFound(texts);
        }

        var critic = taken.By.Kind == AssistKind.Critic;
        var refused = await desk.OrderAsync(
            new ReviewOrder(taken.DraftId, critic ? ReviewAction.RequestChanges : ReviewAction.Edit, Acting.By(http, form["by"]))
            {
                IfRevision = taken.Revision,
                Text = critic ? null : taken.Text,
                Comment = critic ? taken.Text : null,
                Assisted = taken.By,
            },
            http.RequestAborted);
        return refused is null ? Results.Redirect($"~/assignments/{id}#draft-{taken.DraftId[(id.Length + 1)..]}")
            : await read.FindAsync(id, http.RequestAborted) is { } found ? DeskServices.Show(http, found, visitors, organisation, (taken.DraftId, ReviewTexts.For(texts.Language).Why(refused.Value)))
            : DeskServices.NotFound(texts);
    }
}
