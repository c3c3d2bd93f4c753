using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Requests;

/// <summary>What API Gateway checks of a route's requests, once it is known to make sense.</summary>
internal sealed record RequestCheck
{
    private const string Field = "spec.request";
    private const string Json = "application/json";

    /// <summary>Nothing is checked.</summary>
    public static readonly RequestCheck None = new();

    /// <summary>The schema of bodies; null for any.</summary>
    public SchemaModel? Schema { get; init; }

    /// <summary>The content types that are taken.</summary>
    public ValueList<string> ContentTypes { get; init; } = [Json];

    /// <summary>The parameters that must be there, as methods declare them.</summary>
    public ValueList<string> Parameters { get; init; }

    /// <summary>The validator that checks it; null for none.</summary>
    public RequestValidatorModel? Validator => (Schema is not null, Parameters.Count > 0) switch
    {
        (true, true) => new("body-and-parameters", true, true),
        (true, false) => new("body", true, false),
        (false, true) => new("parameters", false, true),
        _ => null,
    };

    /// <summary>The route with its checks.</summary>
    public RouteModel Apply(RouteModel route) => route with
    {
        RequestValidator = Validator?.Name,
        RequestModels = Schema is null ? default : ContentTypes.Select(t => KeyValuePair.Create(t, Schema.Name)).ToValueMap(),
        RequestParameters = route.RequestParameters.Concat(Parameters.Select(p => KeyValuePair.Create(p, true))).ToValueMap(),
        Integration = ContentTypes is [Json] ? route.Integration : route.Integration with { RequestTemplates = Templates(route.Integration) },
    };

    /// <summary>The checks; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    public static RequestCheck Read(RouteRequest? checks, ApiScope api, IntegrationModel? integration, DiagnosticBag diagnostics)
    {
        if (checks is null) return None;
        if (api.Protocol == ApiProtocol.HTTP)
        {
            diagnostics.Error(Reasons.UnsupportedByProtocol, Field, "HTTP APIs check no requests. Leave request out, or use an API of protocol REST.");
            return None;
        }
        return new RequestCheck
        {
            Schema = SchemaOf(checks, api, diagnostics),
            ContentTypes = TypesOf(checks.ContentTypes, integration, diagnostics),
            Parameters = [.. Names(checks.Headers, "headers", "header", diagnostics), .. Names(checks.Querystring, "querystring", "querystring", diagnostics)],
        };
    }

    private static SchemaModel? SchemaOf(RouteRequest checks, ApiScope api, DiagnosticBag diagnostics)
    {
        if (checks.Schema is not null && checks.Model is not null)
            diagnostics.Error(Reasons.InvalidValue, Field, "A body is checked by schema or by model, not by both: leave one out.");
        else if (checks.Schema is not null) return SchemaReader.Inline(checks.Schema, api.Input.Spec.Models, $"{Field}.schema", diagnostics);
        else if (checks.Model is not null) return SchemaReader.Named(checks.Model, api.Input.Spec.Models, $"{Field}.model", diagnostics);
        return null;
    }

    private static ValueList<string> TypesOf(IReadOnlyList<string>? given, IntegrationModel? integration, DiagnosticBag diagnostics)
    {
        const string field = $"{Field}.contentTypes";
        if (given is null) return [Json];
        var types = given.Where(t => t is not null).Select(t => t.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
        if (types.Count == 0) diagnostics.Error(Reasons.InvalidValue, field, "Name at least one content type, or leave contentTypes out for application/json.");
        foreach (var type in types.Where(t => !MediaTypes.IsType(t)))
            diagnostics.Error(Reasons.InvalidValue, field, $"\"{type}\" is not a content type, such as text/plain; parameters such as charset do not count.");
        if (integration?.RequestTemplates.Count == 0)
            diagnostics.Error(Reasons.InvalidValue, field, "This target takes every content type as it is, without a template: leave contentTypes out.");
        if (integration is not null && ReadsParts(integration))
        {
            foreach (var type in types.Where(t => !MediaTypes.IsJson(t)))
                diagnostics.Error(Reasons.InvalidValue, field,
                    $"A body of {type} has no parts, but the route reads some: take $request.body as a whole, or leave {type} out.");
        }
        return types;
    }

    /// <summary>A template that asks for a path into the body needs JSON there.</summary>
    private static bool ReadsParts(IntegrationModel integration) => integration.RequestTemplates.Values.Any(t => t.Contains("$input.path(", StringComparison.Ordinal) || t.Contains("$!input.path(", StringComparison.Ordinal) || t.Contains("$!input.json('$.", StringComparison.Ordinal));

    /// <summary>Each type has the template that was made for JSON.</summary>
    private ValueMap<string> Templates(IntegrationModel integration) =>
        integration.RequestTemplates.TryGetValue(Json, out var template) ? ContentTypes.Select(t => KeyValuePair.Create(t, template)).ToValueMap() : integration.RequestTemplates;

    private static IEnumerable<string> Names(IReadOnlyList<string>? names, string member, string place, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            var name = names![i] ?? "";
            if (Responses.HttpHeaders.IsName(name)) yield return $"method.request.{place}.{name}";
            else diagnostics.Error(Reasons.InvalidValue, $"{Field}.{member}[{i}]", $"\"{name}\" is not a name here: a letter, then letters, digits, hyphens, underscores and dots.");
        }
    }
}
