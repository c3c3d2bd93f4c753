using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Writing;

/// <summary>Writes a route as an operation.</summary>
internal sealed class OperationWriter(ApiModel api, SecuritySchemeWriter schemes, OpenApiDiagnostics losses)
{
    private readonly IntegrationWriter integrations = new(api.Protocol, losses);
    private readonly HashSet<string> models = api.Models.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> validators = api.RequestValidators.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);

    public JsonObject Write(RouteModel route, Place place)
    {
        var operation = new JsonObject();
        if (api.Protocol == ApiProtocol.REST) WriteRest(operation, route, place);
        else WriteHttp(operation, route);
        operation.Put("security", schemes.Demands(route, place));
        if (api.Protocol == ApiProtocol.REST) WriteValidator(operation, route, place);
        operation.Put(Names.Integration, integrations.Write(route.Integration, place[Names.Integration]));
        return operation;
    }

    private void WriteRest(JsonObject operation, RouteModel route, Place place)
    {
        operation.Put("operationId", route.OperationName);
        var parameters = Parameters(route, place["parameters"]);
        if (parameters.Count > 0) operation["parameters"] = new JsonArray([.. parameters]);
        if (route.RequestModels.Count > 0) operation["requestBody"] = new JsonObject { ["content"] = Content(route.RequestModels, place["requestBody"]) };
        operation["responses"] = Responses(route.Responses, place["responses"]);
    }

    /// <summary>HTTP APIs know neither parameters nor responses; a document must declare the path's variables and one response.</summary>
    private static void WriteHttp(JsonObject operation, RouteModel route)
    {
        var variables = VariablesOf(route.Path).ToList();
        operation.PutTrue("isDefaultRoute", route.Path == RouteModel.DefaultPath);
        if (variables.Count > 0) operation["parameters"] = new JsonArray([.. variables.Select(v => (JsonNode)Parameter("path", v, true))]);
        operation["responses"] = new JsonObject { [Names.Default] = new JsonObject { ["description"] = $"Default response for {route.Key}" } };
    }

    private void WriteValidator(JsonObject operation, RouteModel route, Place place)
    {
        if (route.RequestValidator is not { } validator) return;
        if (!validators.Contains(validator)) losses.Warn(place[Names.RequestValidator], $"The API has no request validator {validator}: an import fails.");
        operation[Names.RequestValidator] = validator;
    }

    private List<JsonNode> Parameters(RouteModel route, Place place)
    {
        var parameters = new List<JsonNode>();
        foreach (var (key, required) in route.RequestParameters)
        {
            if (Split(key) is not (var location, var name)) losses.Warn(place, $"\"{key}\" declares no header, query string or path parameter of a request.");
            else
            {
                if (location == "path" && !required) losses.Warn(place, $"The path parameter {name} is optional in the model; in a document it must be required.");
                parameters.Add(Parameter(location, name, required || location == "path"));
            }
        }
        foreach (var variable in VariablesOf(route.Path).Where(v => !route.RequestParameters.ContainsKey($"{Names.RequestParameterPrefix}path.{v}")))
        {
            losses.Warn(place, $"The route does not declare the path's variable {variable}; a document must, and an import takes it up.");
            parameters.Add(Parameter("path", variable, true));
        }
        return parameters;
    }

    private static (string Location, string Name)? Split(string key)
    {
        if (!key.StartsWith(Names.RequestParameterPrefix, StringComparison.Ordinal)) return null;
        var rest = key[Names.RequestParameterPrefix.Length..];
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || dot == rest.Length - 1) return null;
        return rest[..dot] switch
        {
            "querystring" => ("query", rest[(dot + 1)..]),
            "header" => ("header", rest[(dot + 1)..]),
            "path" => ("path", rest[(dot + 1)..]),
            _ => null,
        };
    }

    private static JsonObject Parameter(string location, string name, bool required)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = location };
        parameter.PutTrue("required", required);
        parameter["schema"] = Text();
        return parameter;
    }

    private JsonObject Responses(ValueList<MethodResponseModel> responses, Place place)
    {
        var json = new JsonObject();
        foreach (var response in responses)
        {
            if (json.ContainsKey(response.StatusCode)) losses.Warn(place[response.StatusCode], "The route has two responses of this status: the document holds the first.");
            else json[response.StatusCode] = Response(response, place[response.StatusCode]);
        }
        return json;
    }

    private JsonObject Response(MethodResponseModel response, Place place)
    {
        var json = new JsonObject { ["description"] = $"{response.StatusCode} response" };
        var headers = new JsonObject();
        foreach (var (key, required) in response.ResponseParameters)
        {
            if (key.StartsWith(Names.ResponseHeaderPrefix, StringComparison.Ordinal)) headers[key[Names.ResponseHeaderPrefix.Length..]] = Header(required);
            else losses.Warn(place["headers"], $"\"{key}\" declares no header of a response.");
        }
        json.PutSome("headers", headers);
        json.PutSome("content", Content(response.ResponseModels, place["content"]));
        return json;
    }

    private static JsonObject Header(bool required)
    {
        var header = new JsonObject();
        header.PutTrue("required", required);
        header["schema"] = Text();
        return header;
    }

    private JsonObject Content(ValueMap<string> modelsByType, Place place)
    {
        var content = new JsonObject();
        foreach (var (contentType, model) in modelsByType)
        {
            if (!models.Contains(model)) losses.Warn(place[contentType], $"The API has no model {model}: an import fails.");
            content[contentType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = SchemaText.RefPrefix + model } };
        }
        return content;
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static IEnumerable<string> VariablesOf(string path) =>
        path.Split('/').Select(PathSegment.Parse).Where(s => s.IsVariable && s.Name.Length > 0).Select(s => s.Name).Distinct();
}
