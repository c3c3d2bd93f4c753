using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on models. HTTP APIs keep them, and validate nothing with them.</summary>
internal static class HttpModelOperations
{
    private const int MaxName = 128;

    public static HttpParts<HttpModel> Parts { get; } = new("Model", "modelId", c => c.Models, (c, models) => c with { Models = models })
    {
        Type = HttpJson.Default.HttpModel,
        PageType = HttpJson.Default.Models,
        Complete = Complete,
        UseRefusal = (_, _) => null,
    };

    public static Answer GetTemplate(OperationCall call) => (
        from api in call.HttpApi()
        from model in Parts.Find(call, api)
        select new ModelTemplate(SampleTemplate.Of(model.Schema ?? ""))).Answer(200, RestJson.Default.ModelTemplate);

    private static Outcome<HttpModel> Complete(State.HttpApiContent content, string id, HttpModel model)
    {
        var complete = model with { ModelId = id, ContentType = model.ContentType ?? "application/json" };
        return complete.Unless(Refusal(content, complete));
    }

    private static Answer? Refusal(State.HttpApiContent content, HttpModel model)
    {
        if (model.Name is not { Length: > 0 and <= MaxName } name || !name.All(char.IsAsciiLetterOrDigit)) return Answer.BadRequest("Model name must be alphanumeric");
        if (content.Models.Values.Any(m => m.Name == name && m.ModelId != model.ModelId)) return Answer.Conflict($"Model with name {name} already exists for this API");
        return SampleTemplate.IsSchema(model.Schema) ? null : Answer.BadRequest("Model schema must be an object in JSON");
    }
}
