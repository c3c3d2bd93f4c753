using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Schemas;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>What a method's request validator checks before anything else.</summary>
internal sealed class RequestChecks
{
    private const int MaxReported = 5;
    private readonly ValueList<ParameterSource> required;
    private readonly ValueMap<JsonSchema> schemas;

    private RequestChecks(ValueList<ParameterSource> required, ValueMap<JsonSchema> schemas) => (this.required, this.schemas) = (required, schemas);

    public static RequestChecks Of(ApiModel api, RouteModel route)
    {
        var validator = api.RequestValidators.FirstOrDefault(v => v.Name == route.RequestValidator);
        return new(
            validator?.ValidateRequestParameters == true ? Required(route) : [],
            validator?.ValidateRequestBody == true ? Schemas(api, route) : default);
    }

    /// <summary>In the order of headers, path, query string: that of their names in the model.</summary>
    private static ValueList<ParameterSource> Required(RouteModel route) =>
        route.RequestParameters.Where(p => p.Value).Select(p => ParameterSource.Parse(p.Key)).OfType<ParameterSource>().ToValueList();

    private static ValueMap<JsonSchema> Schemas(ApiModel api, RouteModel route)
    {
        var models = api.Models.Select(m => KeyValuePair.Create(m.Name, m.Schema)).ToValueMap();
        return route.RequestModels.Where(m => models.ContainsKey(m.Value))
            .Select(m => KeyValuePair.Create(m.Key, JsonSchema.Parse(models[m.Value], models))).ToValueMap();
    }

    /// <summary>Why the request is refused; null when it is not.</summary>
    public GatewayFault? Fault(GatewayRequest request)
    {
        var missing = required.Count == 0 ? [] : required.Where(r => IsMissing(r, request)).Select(r => r.Name).ToValueList();
        return missing.Count > 0 ? GatewayFault.MissingParameters(missing) : Body(request);
    }

    private static bool IsMissing(ParameterSource parameter, GatewayRequest request) => string.IsNullOrEmpty(parameter.Kind switch
    {
        ParameterSourceKind.Header => request.Headers.Last(parameter.Name),
        ParameterSourceKind.QueryString => request.Query.Last(parameter.Name),
        _ => request.PathParameters.TryGetValue(parameter.Name, out var value) ? value : null,
    });

    private GatewayFault? Body(GatewayRequest request)
    {
        if (schemas.Count == 0 || SchemaOf(request) is not { } schema) return null;
        if (BoundedJson.Parse(request.Body.IsEmpty ? "{}" : request.Text) is not { } body) return GatewayFault.InvalidBody("it is not JSON");
        var errors = schema.Validate(body, MaxReported);
        return errors.Count == 0 ? null : GatewayFault.InvalidBody(string.Join("; ", errors));
    }

    /// <summary>A body of a type that has no schema is not checked.</summary>
    private JsonSchema? SchemaOf(GatewayRequest request) =>
        MediaType.Find(schemas, MediaType.Of(request.Headers.Last("Content-Type"))) ?? (schemas.TryGetValue(MediaType.Default, out var other) ? other : null);
}
