using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Templates;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>A template and the type of what it makes.</summary>
internal sealed record ChosenTemplate(MappingTemplate Template, string ContentType);

/// <summary>Which template reads a body.</summary>
internal static class TemplateChoice
{
    /// <summary>Whether a request that no template reads may pass as it is.</summary>
    public static bool Passes(PassthroughBehavior? behavior, bool templatesExist) => behavior switch
    {
        PassthroughBehavior.NEVER => false,
        PassthroughBehavior.WHEN_NO_TEMPLATES => !templatesExist,
        _ => true,
    };

    /// <summary>By the type of the request's body; null when none reads it.</summary>
    public static MappingTemplate? OfRequest(ValueMap<MappingTemplate> templates, GatewayRequest request) =>
        MediaType.Find(templates, MediaType.Of(request.Headers.Last("Content-Type")))
        ?? (templates.TryGetValue(MediaType.Default, out var other) ? other : null);

    /// <summary>By what the client accepts first, else for JSON, else the first; null when there is none.</summary>
    public static ChosenTemplate? OfResponse(ValueMap<MappingTemplate> templates, GatewayRequest request)
    {
        if (templates.Count == 0) return null;
        var accepted = MediaType.Of(request.Headers.Last("Accept"));
        if (MediaType.Find(templates, accepted) is { } wanted) return new(wanted, accepted);
        if (templates.TryGetValue(MediaType.Json, out var json)) return new(json, MediaType.Json);
        var first = templates.First();
        return new(first.Value, first.Key == MediaType.Default ? MediaType.Json : first.Key);
    }
}
