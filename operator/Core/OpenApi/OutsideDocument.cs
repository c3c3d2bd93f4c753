using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi;

/// <summary>What belongs to an API, and what no OpenAPI document of API Gateway can hold: it travels beside the document.</summary>
public sealed record OutsideDocument
{
    public required string Region { get; init; }

    /// <summary>REST: an import takes it from the call that imports.</summary>
    public EndpointType? EndpointType { get; init; }

    /// <summary>REST: an import leaves tags alone. Those of an HTTP API are in its document.</summary>
    public ValueMap<string> Tags { get; init; }
    public ValueList<StageModel> Stages { get; init; }

    /// <summary>REST: of models that differ in it from what an import makes of them, by name.</summary>
    public ValueMap<OutsideSchema> Schemas { get; init; }

    /// <summary>What <see cref="OpenApiWriter.Write"/> leaves out of <paramref name="api"/>'s document, and <see cref="OpenApiReader"/> needs to read it again.</summary>
    public static OutsideDocument Of(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new()
        {
            Region = api.Region,
            EndpointType = api.EndpointType,
            Tags = api.Protocol == ApiProtocol.REST ? api.Tags : default,
            Stages = api.Stages,
            Schemas = api.Models.Where(m => OutsideSchema.Of(m) != SchemaText.Imported(m.Schema))
                .Select(m => KeyValuePair.Create(m.Name, OutsideSchema.Of(m))).ToValueMap(),
        };
    }
}

/// <summary>What a document has no place for in a model.</summary>
/// <param name="ContentType">An import makes it <c>application/json</c>.</param>
/// <param name="Description">An import takes the schema's own <c>description</c>.</param>
public sealed record OutsideSchema(string ContentType, string? Description)
{
    internal static OutsideSchema Of(SchemaModel model) => new(model.ContentType, model.Description);
}
