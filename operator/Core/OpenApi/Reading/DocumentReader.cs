using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads the frame of a document: its version, the settings of the API, and the paths around the operations.</summary>
internal static class DocumentReader
{
    private static readonly string[] RestExtensions =
    [
        Names.ApiKeySource, Names.BinaryMediaTypes, Names.EndpointConfiguration, Names.GatewayResponses, Names.MinimumCompressionSize, Names.Policy,
        Names.RequestValidator, Names.RequestValidators, Names.Documentation,
    ];

    private static readonly string[] HttpExtensions = [Names.Cors, Names.EndpointConfiguration, Names.ImportExportVersion];

    /// <summary>The API; null when the document cannot be one.</summary>
    public static ApiModel? Read(Node root, ApiProtocol protocol, OutsideDocument outside)
    {
        if (!root.IsObject)
        {
            root.Error("An OpenAPI document is an object.");
            return null;
        }
        if (IsSwagger(root, protocol) is not { } isSwagger) return null;
        var context = new ReadingContext(root, protocol, isSwagger);
        WarnOfUnknown(context);
        return protocol == ApiProtocol.REST ? ReadRest(context, outside) : ReadHttp(context, outside);
    }

    private static bool? IsSwagger(Node root, ApiProtocol protocol)
    {
        if (root["openapi"]?.Text() is { } version && (version == "3.0" || version.StartsWith("3.0.", StringComparison.Ordinal))) return false;
        if (root["swagger"]?.Text() is "2.0")
        {
            if (protocol == ApiProtocol.REST) return true;
            root.Error("An HTTP API takes OpenAPI 3.0 only, and this is Swagger 2.0: convert it, or make a REST API of it.");
        }
        else root.Error("The document must say \"openapi\": \"3.0.1\" (any 3.0), or for a REST API \"swagger\": \"2.0\"; API Gateway reads no other version.");
        return null;
    }

    private static void WarnOfUnknown(ReadingContext context)
    {
        var known = context.IsRest ? RestExtensions : HttpExtensions;
        foreach (var (name, node) in context.Root.Members())
        {
            if (!name.StartsWith(Names.Prefix, StringComparison.Ordinal) || known.Contains(name)) continue;
            // Left out in silence, it would let in whom the document keeps out.
            if (name == Names.Policy) node.Error("An HTTP API has no resource policy: remove it, or make a REST API of the document.");
            else node.Warn($"{name} is not taken up for {context.ApiName}.");
        }
    }

    private static ApiModel ReadRest(ReadingContext context, OutsideDocument outside)
    {
        var root = context.Root;
        var schemas = new SchemaReader(context, outside);
        var security = new SecurityReader(context);
        var validators = Validators(root).ToList();
        var operations = new OperationReader(context, security, schemas, validators.Select(v => v.Name).ToHashSet(StringComparer.Ordinal));
        var routes = new PathReader(context, operations).Read();
        return Frame(context, outside) with
        {
            EndpointType = outside.EndpointType,
            Tags = outside.Tags,
            ApiKeySource = root[Names.ApiKeySource]?.Name<ApiKeySource>(),
            BinaryMediaTypes = root[Names.BinaryMediaTypes]?.SortedList() ?? [],
            MinimumCompressionSize = root[Names.MinimumCompressionSize]?.Integer(),
            Policy = root[Names.Policy] is { } policy ? Policy(policy) : null,
            Authorizers = security.Authorizers,
            Models = schemas.Models,
            RequestValidators = validators.OrderBy(v => v.Name, StringComparer.Ordinal).ToValueList(),
            GatewayResponses = GatewayResponses(root),
            Routes = routes,
        };
    }

    private static ApiModel ReadHttp(ReadingContext context, OutsideDocument outside)
    {
        var security = new SecurityReader(context);
        return Frame(context, outside) with
        {
            Tags = Tags(context.Root),
            Cors = context.Root[Names.Cors] is { } cors ? Cors(cors) : null,
            Authorizers = security.Authorizers,
            Routes = new PathReader(context, new OperationReader(context, security, null, [])).Read(),
        };
    }

    private static ApiModel Frame(ReadingContext context, OutsideDocument outside) => new()
    {
        Protocol = context.Protocol,
        Region = outside.Region,
        Name = Title(context.Root),
        Description = context.Root["info"]?["description"]?.Text() is { Length: > 0 } description ? description : null,
        DisableExecuteApiEndpoint = Endpoints(context).Any(e => e["disableExecuteApiEndpoint"]?.Flag() == true),
        Stages = outside.Stages,
    };

    private static string Title(Node root)
    {
        if (root["info"]?["title"] is { } title) return title.Text() ?? "";
        root.Error("The document must say info.title: it becomes the API's name.");
        return "";
    }

    /// <summary>OpenAPI 3.0 has the endpoint's settings on a server, Swagger 2.0 at the root; both are taken in both.</summary>
    private static IEnumerable<Node> Endpoints(ReadingContext context)
    {
        IEnumerable<Node> holders = [context.Root, .. context.Root["servers"]?.Items() ?? []];
        foreach (var holder in holders)
        {
            if (holder[Names.EndpointConfiguration] is not { } endpoint) continue;
            foreach (var (name, node) in endpoint.Members().Where(m => m.Name != "disableExecuteApiEndpoint")) node.Warn($"{name} is not taken up.");
            yield return endpoint;
        }
    }

    private static ValueMap<string> Tags(Node root) => (root["tags"]?.Items() ?? [])
        .Select(t => (Name: t["name"]?.Text(), Value: t[Names.TagValue]?.Text()))
        .Where(t => t.Name is not null && t.Value is not null)
        .Select(t => KeyValuePair.Create(t.Name!, t.Value!)).ToValueMap();

    private static string? Policy(Node policy)
    {
        if (policy.IsObject) return CanonicalJson.Write(SchemaText.Copy(policy.Value, swagger: false));
        policy.Error("The resource policy must be an object.");
        return null;
    }

    private static IEnumerable<RequestValidatorModel> Validators(Node root) => (root[Names.RequestValidators]?.Members() ?? [])
        .Select(m => new RequestValidatorModel(m.Name, m.Node["validateRequestBody"]?.Flag() ?? false, m.Node["validateRequestParameters"]?.Flag() ?? false));

    private static ValueList<GatewayResponseModel> GatewayResponses(Node root) => (root[Names.GatewayResponses]?.Members() ?? [])
        .Select(m => new GatewayResponseModel
        {
            ResponseType = m.Name,
            StatusCode = m.Node["statusCode"]?.Text(),
            ResponseParameters = m.Node["responseParameters"]?.Texts() ?? default,
            ResponseTemplates = m.Node["responseTemplates"]?.Texts() ?? default,
        })
        .OrderBy(r => r.ResponseType, StringComparer.Ordinal).ToValueList();

    private static CorsModel Cors(Node cors) => new()
    {
        AllowOrigins = cors["allowOrigins"]?.SortedList() ?? [],
        AllowMethods = cors["allowMethods"]?.SortedList() ?? [],
        AllowHeaders = cors["allowHeaders"]?.SortedList() ?? [],
        ExposeHeaders = cors["exposeHeaders"]?.SortedList() ?? [],
        MaxAge = cors["maxAge"]?.Integer(),
        AllowCredentials = cors["allowCredentials"]?.Flag() ?? false,
    };
}
