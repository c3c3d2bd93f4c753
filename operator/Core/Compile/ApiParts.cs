using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Cors;
using DirectRoute.Core.Compile.GatewayResponses;
using DirectRoute.Core.Compile.Requests;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>What an API has besides routes and stages, once it is known to make sense.</summary>
internal sealed record ApiParts
{
    public ValueList<string> BinaryMediaTypes { get; init; }
    public ValueList<SchemaModel> Models { get; init; }
    public ValueList<GatewayResponseModel> GatewayResponses { get; init; }
    public CorsPolicy? Cors { get; init; }
    public required ApiProtocol Protocol { get; init; }

    /// <summary>Whether each path has a method OPTIONS of the operator's making.</summary>
    public bool HasPreflights => Cors is not null && Protocol == ApiProtocol.REST;

    /// <summary>Reads what the manifest says; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    public static ApiParts Read(DirectApiSpec spec, DiagnosticBag diagnostics)
    {
        RefuseOnHttp(spec, diagnostics);
        return new ApiParts
        {
            Protocol = spec.Protocol,
            BinaryMediaTypes = MediaTypes.Binary(spec.BinaryMediaTypes, diagnostics),
            Models = SchemaReader.Models(spec.Models, diagnostics),
            GatewayResponses = GatewayResponseReader.Read(spec.GatewayResponses, diagnostics),
            Cors = CorsPolicy.Read(spec.Cors, diagnostics),
        };
    }

    /// <summary>The API with these parts, and with what its routes' checks need.</summary>
    public ApiModel Apply(ApiModel api, IEnumerable<RequestCheck> checks)
    {
        var used = checks.ToList();
        var whole = api with
        {
            BinaryMediaTypes = BinaryMediaTypes,
            Models = Models.Concat(used.Select(c => c.Schema).OfType<SchemaModel>()).DistinctBy(m => m.Name, StringComparer.Ordinal).OrderBy(m => m.Name, StringComparer.Ordinal).ToValueList(),
            RequestValidators = used.Select(c => c.Validator).OfType<RequestValidatorModel>().Distinct().OrderBy(v => v.Name, StringComparer.Ordinal).ToValueList(),
            GatewayResponses = GatewayResponses,
        };
        if (Cors is null) return whole;
        if (Protocol == ApiProtocol.HTTP) return whole with { Cors = Cors.ToModel() };
        var cors = new RestCors(Cors);
        return whole with
        {
            Routes = cors.Apply(whole.Routes).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method.ToString(), StringComparer.Ordinal).ToValueList(),
            GatewayResponses = cors.Apply(GatewayResponses),
        };
    }

    private static void RefuseOnHttp(DirectApiSpec spec, DiagnosticBag diagnostics)
    {
        if (spec.Protocol != ApiProtocol.HTTP) return;
        var given = new List<string>();
        if (spec.BinaryMediaTypes is not null) given.Add("binaryMediaTypes");
        if (spec.Models is not null) given.Add("models");
        if (spec.GatewayResponses is not null) given.Add("gatewayResponses");
        foreach (var name in given) diagnostics.Error(Reasons.UnsupportedByProtocol, $"spec.{name}", $"HTTP APIs have no {name}. Leave it out, or use protocol REST.");
    }
}
