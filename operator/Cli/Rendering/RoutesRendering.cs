using System.Text.Json.Nodes;
using DirectRoute.Cli.Compile;
using DirectRoute.Core.Model;

namespace DirectRoute.Cli.Rendering;

/// <summary>The routes of an API: what is called, and how requests and answers are mapped.</summary>
internal static class RoutesRendering
{
    public static RenderedDocument Of(CompiledApi api, ApiModel model)
    {
        var names = api.Compilation.Routes.Where(r => r.Model is not null).ToDictionary(r => r.Model!.Key, r => r.Input.Id);
        var title = $"{api.Manifest.Id}: {model.Protocol}, {model.Region}, account {api.Account.Facts.AccountId}";
        return new RenderedDocument(title, Document(api, model, names), Text(model, names));
    }

    private static JsonObject Document(CompiledApi api, ApiModel model, Dictionary<string, string> names) => new()
    {
        ["api"] = api.Manifest.Key,
        ["protocol"] = model.Protocol.ToString(),
        ["region"] = model.Region,
        ["routes"] = new JsonArray([.. model.Routes.Select(r => Document(r, names))]),
    };

    private static JsonObject Document(RouteModel route, Dictionary<string, string> names)
    {
        var document = new JsonObject();
        if (names.TryGetValue(route.Key, out var name)) document["name"] = name;
        foreach (var (member, value) in ModelJson.Of(route).AsObject()) document[member] = value?.DeepClone();
        return document;
    }

    private static string Text(ApiModel model, Dictionary<string, string> names)
    {
        var text = new IndentedText();
        foreach (var route in model.Routes)
        {
            text.Heading(route.Key, names.TryGetValue(route.Key, out var name) ? $"DirectRoute {name}" : "made by the operator");
            using (text.Indent()) Write(route, text);
            text.Line();
        }
        if (model.Routes.Count == 0) text.Line("no routes");
        return text.ToString();
    }

    private static void Write(RouteModel route, IndentedText text)
    {
        var integration = route.Integration;
        text.Field("authorization", Authorization(route));
        text.Field("integration", Call(integration));
        text.Field("role", integration.Credentials);
        text.Field("validator", route.RequestValidator);
        text.Map("request models", route.RequestModels);
        text.Field("timeout", $"{integration.TimeoutInMillis} ms");
        text.Field("other bodies", integration.PassthroughBehavior is { } behavior ? behavior.ToString() : null);
        text.Field("body", integration.ContentHandling?.ToString());
        text.Field("cache key", integration.CacheKeyParameters.Count > 0 ? string.Join(", ", integration.CacheKeyParameters) : null);
        text.Map("request parameters", integration.RequestParameters);
        foreach (var (type, template) in integration.RequestTemplates) text.Block($"request template, {type}", template);
        foreach (var response in integration.Responses) Write(response, text);
        foreach (var (status, changes) in integration.ResponseParameters) text.Map($"response {status}", changes);
    }

    private static string Authorization(RouteModel route)
    {
        var by = route.Authorizer is null ? "" : $" by {route.Authorizer}";
        var key = route.ApiKeyRequired ? ", API key required" : "";
        return $"{route.Authorization}{by}{key}";
    }

    private static string Call(IntegrationModel integration)
    {
        var call = integration.Subtype ?? string.Join(' ', new[] { integration.HttpMethod, integration.Uri }.OfType<string>());
        return call.Length == 0 ? integration.Type.ToString() : $"{integration.Type} {call}";
    }

    private static void Write(IntegrationResponseModel response, IndentedText text)
    {
        text.Line($"response {response.StatusCode}, {(response.SelectionPattern is { } pattern ? $"when the backend's status is {pattern}" : "in every other case")}");
        using var _ = text.Indent();
        text.Map("headers", response.ResponseParameters);
        foreach (var (type, template) in response.ResponseTemplates) text.Block($"template, {type}", template.Length == 0 ? "(empty)" : template);
    }
}
