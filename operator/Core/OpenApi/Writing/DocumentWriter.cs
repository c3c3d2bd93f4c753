using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Writing;

/// <summary>Writes the frame of a document: settings of the API, components, and the paths around the operations.</summary>
internal sealed class DocumentWriter(ApiModel api, OpenApiDiagnostics losses)
{
    private const string OpenApiVersion = "3.0.1";

    // Documents must have a version, and models have none.
    private const string ApiVersion = "1.0";
    private readonly bool isRest = api.Protocol == ApiProtocol.REST;
    private readonly HashSet<string> models = api.Models.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);

    public JsonObject Write()
    {
        var schemes = new SecuritySchemeWriter(api, losses);
        var document = new JsonObject { ["openapi"] = OpenApiVersion, ["info"] = Info(), ["servers"] = Servers() };
        if (!isRest && api.Tags.Count > 0) document["tags"] = Tags(api.Tags);
        document["paths"] = Paths(new OperationWriter(api, schemes, losses));
        document["components"] = Components(schemes);
        if (isRest) WriteRest(document);
        else WriteHttp(document);
        return document;
    }

    private JsonObject Info()
    {
        var info = new JsonObject { ["title"] = api.Name };
        info.Put("description", string.IsNullOrEmpty(api.Description) ? null : api.Description);
        info["version"] = ApiVersion;
        return info;
    }

    /// <summary>The endpoint's settings hang on a server; its address is the one that a document without servers has.</summary>
    private JsonArray Servers() =>
    [
        new JsonObject { ["url"] = "/", [Names.EndpointConfiguration] = new JsonObject { ["disableExecuteApiEndpoint"] = api.DisableExecuteApiEndpoint } },
    ];

    private static JsonArray Tags(ValueMap<string> tags) =>
        new([.. tags.Select(t => (JsonNode)new JsonObject { ["name"] = t.Key, [Names.TagValue] = t.Value })]);

    private JsonObject Paths(OperationWriter operations)
    {
        var paths = new JsonObject();
        foreach (var route in api.Routes)
        {
            var method = route.Method == RouteMethod.ANY ? Names.AnyMethod : route.Method.ToString().ToLowerInvariant();
            var path = route.Path == RouteModel.DefaultPath ? Names.DefaultRoute : route.Path;
            var item = paths[path] as JsonObject;
            if (item is null) paths[path] = item = [];
            var place = Place.Root["paths"][path][method];
            if (item.ContainsKey(method)) losses.Warn(place, $"The API has the route {route.Key} twice: the document holds the first.");
            else item[method] = operations.Write(route, place);
        }
        return paths;
    }

    private JsonObject Components(SecuritySchemeWriter schemes)
    {
        var components = new JsonObject();
        if (isRest) components.PutSome("schemas", Schemas());
        components.PutSome("securitySchemes", schemes.Write());
        return components;
    }

    private JsonObject Schemas()
    {
        var schemas = new JsonObject();
        foreach (var model in api.Models)
        {
            var place = Place.Root["components"]["schemas"][model.Name];
            var schema = SchemaText.Parse(model.Schema);
            if (schema is not JsonObject) losses.Warn(place, $"The schema of the model {model.Name} is not a JSON object: the document has one that takes everything.");
            foreach (var missing in SchemaText.References(schema).Where(r => !models.Contains(r)).Distinct())
            {
                losses.Warn(place, $"The model {model.Name} refers to {missing}, which the API does not have.");
            }
            schemas[model.Name] = schema as JsonObject ?? [];
        }
        return schemas;
    }

    /// <summary>An overwrite sets to AWS's default whatever is left out, so what is left out is what has its default.</summary>
    private void WriteRest(JsonObject document)
    {
        document.Put(Names.ApiKeySource, api.ApiKeySource?.ToString());
        document.PutSome(Names.BinaryMediaTypes, api.BinaryMediaTypes);
        document.Put(Names.MinimumCompressionSize, api.MinimumCompressionSize);
        document.Put(Names.Policy, Policy());
        document.PutSome(Names.RequestValidators, Validators());
        document.PutSome(Names.GatewayResponses, GatewayResponses());
    }

    private JsonObject? Policy()
    {
        if (api.Policy is null) return null;
        var policy = SchemaText.Parse(api.Policy) as JsonObject;
        if (policy is null) losses.Warn(Place.Root[Names.Policy], "The resource policy is not a JSON object: the document has none.");
        return policy;
    }

    private JsonObject Validators()
    {
        var validators = new JsonObject();
        foreach (var validator in api.RequestValidators)
        {
            validators[validator.Name] = new JsonObject
            {
                ["validateRequestBody"] = validator.ValidateRequestBody,
                ["validateRequestParameters"] = validator.ValidateRequestParameters,
            };
        }
        return validators;
    }

    private JsonObject GatewayResponses()
    {
        var responses = new JsonObject();
        foreach (var response in api.GatewayResponses)
        {
            var json = new JsonObject();
            json.Put("statusCode", response.StatusCode);
            json.PutSome("responseParameters", response.ResponseParameters);
            json.PutSome("responseTemplates", response.ResponseTemplates);
            responses[response.ResponseType] = json;
        }
        return responses;
    }

    private void WriteHttp(JsonObject document)
    {
        if (api.Cors is { } cors) document[Names.Cors] = Cors(cors);
        document[Names.ImportExportVersion] = "1.0";
    }

    private static JsonObject Cors(CorsModel cors)
    {
        var json = new JsonObject();
        json.PutSome("allowOrigins", cors.AllowOrigins);
        json.PutSome("allowMethods", cors.AllowMethods);
        json.PutSome("allowHeaders", cors.AllowHeaders);
        json.PutSome("exposeHeaders", cors.ExposeHeaders);
        json.Put("maxAge", cors.MaxAge);
        json.PutTrue("allowCredentials", cors.AllowCredentials);
        return json;
    }
}
