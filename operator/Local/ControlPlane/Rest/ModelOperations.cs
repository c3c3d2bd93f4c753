using System.Text.Json;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on models.</summary>
internal static class ModelOperations
{
    private const string Json = "application/json";

    public static RestParts<RestModel> Parts { get; } = new(
        "model_name", "Invalid model name specified: {0}", c => c.Models, (c, models) => c with { Models = models })
    {
        Type = RestJson.Default.RestModel,
        PageType = RestJson.Default.Models,
        Patcher = new("updateModelInput", RestJson.Default.RestModel, PatchWording.Listing, PatchRule.Replace("/description"), PatchRule.Replace("/schema")),
        Check = (_, model) => Check(model),
        CheckDelete = (call, model) => model.Unless(UseRefusal(call, model)),
    };

    /// <summary>Recorded on AWS: every API that is created, and none that is imported, begins with these two.</summary>
    public static IReadOnlyList<RestModel> Initial() =>
    [
        new()
        {
            Id = Ids.Part(), Name = "Empty", ContentType = Json, Description = "This is a default empty schema model",
            Schema = """
                {
                  "$schema": "http://json-schema.org/draft-04/schema#",
                  "title" : "Empty Schema",
                  "type" : "object"
                }
                """,
        },
        new()
        {
            Id = Ids.Part(), Name = "Error", ContentType = Json, Description = "This is a default error schema model",
            Schema = """
                {
                  "$schema" : "http://json-schema.org/draft-04/schema#",
                  "title" : "Error Schema",
                  "type" : "object",
                  "properties" : {
                    "message" : { "type" : "string" }
                  }
                }
                """,
        },
    ];

    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestModel)
        from api in call.Api()
        from model in Check(request with { Id = Ids.Part() })
        from free in model.Unless(api.Content.Models.ContainsKey(model.Name!) ? Answer.Conflict("Model name already exists for this REST API") : null)
        select Parts.Keep(call, free.Name!, free)).Answer(201, RestJson.Default.RestModel);

    public static Answer GetTemplate(OperationCall call) =>
        Parts.Find(call).Select(m => new ModelTemplate(SampleTemplate.Of(m.Schema ?? ""))).Answer(200, RestJson.Default.ModelTemplate);

    private static Outcome<RestModel> Check(RestModel model)
    {
        if (string.IsNullOrEmpty(model.Name) || !model.Name.All(char.IsAsciiLetterOrDigit)) return Answer.BadRequest("Model name must be alphanumeric: " + model.Name);
        if (string.IsNullOrEmpty(model.ContentType)) return Answer.BadRequest("Invalid content type specified: " + model.ContentType); // not recorded
        return model.Unless(SchemaRefusal(model));
    }

    private static Answer? SchemaRefusal(RestModel model)
    {
        if (string.IsNullOrEmpty(model.Schema)) return Answer.BadRequest("Model schema must have at least 1 property or array items defined");
        if (model.ContentType != Json) return null;
        try
        {
            using var schema = JsonDocument.Parse(model.Schema);
            return schema.RootElement.ValueKind == JsonValueKind.Object ? null : Invalid();
        }
        catch (JsonException)
        {
            return Invalid();
        }

        static Answer Invalid() => Answer.BadRequest("Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]"); // not recorded
    }

    /// <summary>Recorded on AWS.</summary>
    private static Answer? UseRefusal(OperationCall call, RestModel model)
    {
        var user = call.Content().Methods().FirstOrDefault(m => m.Method.RequestModels?.ContainsValue(model.Name!) == true);
        return user is null ? null : Answer.Conflict($"Cannot delete model '{model.Name}', is referenced in method request: {user.Resource.Path}/{user.Method.HttpMethod}");
    }
}
