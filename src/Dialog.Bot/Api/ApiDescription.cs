using System.Text.Json.Nodes;
using Dialog.Bot.Access;
using Dialog.Core.Access;
using Dialog.Core.Questions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dialog.Bot.Api;

/// <summary>An Idempotency-Key may be sent here.</summary>
internal sealed record TakesKey;

/// <summary>What the API's description tells beyond what the code's signatures do: what can go wrong, which headers there are, and how a body looks.</summary>
internal sealed class ApiDescription : IOpenApiOperationTransformer
{
    /// <summary>A body for each call that takes one, by the end of its path; the ids are made up.</summary>
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["POST people"] = """{"name":"Mattias Jansson","title":"kommunchef","roles":["respondent"],"language":"sv","timeZone":"Europe/Stockholm","addresses":[{"channel":"slack","workspace":"T0123","user":"U0123"}]}""",
        ["PATCH people/{id}"] = """{"title":"förvaltningschef","hours":"07:00-16:00","roles":["respondent","editor"],"email":"anna.ek@example.com"}""",
        ["PUT people/{id}/absences"] = """[{"first":"2027-07-05","last":"2027-08-01"}]""",
        ["POST assignments"] = """{"topic":"Varför twittrar kommunchefen?","brief":"Månadsannonsen om sociala medier","personId":"0193a1","track":"standard","outlets":["ad","x","web"],"adSize":"quarter","publishOn":"2027-02-25","start":"planned"}""",
        ["POST assignments/preview"] = """{"topic":"Varför twittrar kommunchefen?","personId":"0193a1","publishOn":"2027-02-25","start":"planned"}""",
        ["PATCH assignments/{id}"] = """{"topic":"Varför bloggar kommunchefen?","publishOn":"2027-03-25"}""",
        ["POST assignments/{id}/reassign"] = """{"personId":"0193a2"}""",
        ["POST assignments/{id}/also-ask"] = """{"personId":"0193a2"}""",
        ["PUT assignments/{id}/picture"] = """{"altText":"Kommunchefen vid datorn","photographer":"Anna Ek","licence":"kommunens egen","consent":"yes"}""",
        ["POST assignments/{id}/reactions"] = """{"text":"Varför svarar ni inte på kvällen?","source":"Facebook","url":"https://www.facebook.com/katrineholm"}""",
        ["POST assignments/{id}/reactions/many"] = """{"text":"Bänkarna står för långt från vägen.\nVarför inga bänkar vid ån?","source":"Facebook"}""",
        ["POST assignments/{id}/reactions/move"] = """{"reactions":["0193b1","0193b2"],"to":"new"}""",
        ["PATCH reaction-groups/{id}"] = """{"name":"bänkarna","aside":false}""",
        ["POST reaction-groups/{id}/merge"] = """{"into":"0193c2"}""",
        ["POST reaction-groups/{id}/ask"] = """{"claim":"bänkarna står för långt från vägen"}""",
        ["POST comments"] = """{"draftId":"0193a1-web","quote":"Twitter är en bas som håller ihop flödena.","text":"Kan du säga det enklare?"}""",
        ["POST comments/{id}/replies"] = """{"text":"Bra fråga, jag ringer."}""",
        ["POST series"] = """{"title":"Månadsannonsen","rule":{"nth":1,"weekday":"thursday"},"personIds":["0193a1","0193a2"],"questions":[{"topic":"Vad händer på biblioteket?"}]}""",
        ["POST series/preview"] = """{"title":"Månadsannonsen","editions":["2027-02-25","2027-03-25"],"personIds":["0193a1"],"questions":[{"topic":"Vad händer på biblioteket?"}]}""",
        ["POST series/{id}/skip"] = """{"on":"2027-07-01"}""",
        ["POST series/{id}/move"] = """{"on":"2027-07-01","to":"2027-07-08"}""",
        ["PATCH drafts/{id}"] = """{"text":"Twitter är en bas som håller ihop flödena.","comment":"kortad"}""",
        ["POST drafts/{id}/request-changes"] = """{"comment":"Nämn öppettiderna."}""",
        ["POST drafts/{id}/accept-warnings"] = """{"comment":"Namnet är en folkvald."}""",
        ["POST drafts/{id}/restore"] = """{"revision":1}""",
        ["PUT questions"] = QuestionSets.BuiltIn.Newest.Json,
        ["POST questions/restore"] = """{"version":2}""",
        ["PUT outlets/changes"] = """{"accounts":[{"id":"kommunen-x","outlet":"x","name":"Katrineholms kommun","handle":"@katrineholm","register":"professional"}]}""",
        ["POST outlets/restore"] = """{"version":0}""",
        ["PUT log-levels/{category}"] = """{"level":"Debug"}""",
        ["POST drafts/{id}/schedule"] = """{"at":"2027-02-25T08:00:00+01:00"}""",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var call = $"{context.Description.HttpMethod} {context.Description.RelativePath?.Replace("api/v1/", "", StringComparison.Ordinal)}";
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var act = metadata.OfType<Rule>().FirstOrDefault()?.Act;
        Problem("401", "No token, or not the desk's.");
        Problem("403", $"Roles that do not allow this ({act}).");
        Problem("429", "Too many requests; Retry-After says how long to wait.");
        Problem("503", "The store cannot be used just now; nothing was taken. Retry-After says when to send it again.");
        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            Problem("404", "There is no such thing.");
        }

        if (context.Description.HttpMethod is "POST" or "PUT" or "PATCH")
        {
            Problem("400", "Something in the request is not as it should be; errors names the fields.");
            Problem("409", "It can not be done as things stand; detail says why.");
            Problem("413", $"More than {ApiServices.MostBytes} bytes.");
            Problem("415", "A body in another format.");
        }

        if (act is >= Act.Review || act is Act.SetUp && context.Description.HttpMethod != "GET")
        {
            Header("If-Match", "The revision that was read, e.g. \"3\": 412 when there is a newer one.");
            Problem("412", "Somebody was faster: there is a newer revision.");
        }

        if (metadata.OfType<TakesKey>().Any())
        {
            Header(Keyed.Header, "Sent again with the same key and body, nothing is made twice: the answer is 200 with what was made.");
            Problem("422", "The key was used with another body.");
        }

        if (Examples.TryGetValue(call, out var example) && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
        {
            body.Example = JsonNode.Parse(example);
        }

        return Task.CompletedTask;

        void Problem(string status, string means)
        {
            operation.Responses ??= [];
            if (!operation.Responses.TryGetValue(status, out var response) || response.Content is not { Count: > 0 })
            {
                operation.Responses[status] = new OpenApiResponse { Description = means, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", context.Document) } } };
            }
            else if (string.IsNullOrEmpty(response.Description) || response.Description.Length < 25)
            {
                response.Description = means;
            }
        }

        void Header(string name, string means)
        {
            operation.Parameters ??= [];
            if (operation.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } known)
            {
                known.Description = means;
                return;
            }

            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = means, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }
    }
}
