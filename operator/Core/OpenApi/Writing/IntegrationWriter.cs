using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.OpenApi.Writing;

/// <summary>Writes an integration: what each protocol has, and no member for what AWS fills in.</summary>
internal sealed class IntegrationWriter(ApiProtocol protocol, OpenApiDiagnostics losses)
{
    /// <summary>The integration; null for that of a route that has none.</summary>
    public JsonObject? Write(IntegrationModel integration, Place place)
    {
        if (integration == ObservedApi.NoIntegration) return null;
        var json = new JsonObject { ["type"] = integration.Type.ToString().ToLowerInvariant() };
        if (protocol == ApiProtocol.HTTP) json.Put("integrationSubtype", integration.Subtype);
        json.Put("httpMethod", integration.HttpMethod);
        json.Put("uri", integration.Uri);
        json.Put("credentials", integration.Credentials);
        json.Put("connectionType", integration.ConnectionType?.ToString());
        json.Put("connectionId", integration.ConnectionId);
        if (integration.Tls is { } tls) json["tlsConfig"] = Tls(tls);
        json.PutSome("requestParameters", integration.RequestParameters);
        if (protocol == ApiProtocol.REST) WriteRest(json, integration, place);
        else WriteHttp(json, integration);
        // A model without a timeout has AWS's.
        if (integration.TimeoutInMillis > 0) json["timeoutInMillis"] = integration.TimeoutInMillis;
        return json;
    }

    private static JsonObject Tls(TlsModel tls)
    {
        var json = new JsonObject();
        json.PutTrue("insecureSkipVerification", tls.InsecureSkipVerification);
        json.Put("serverNameToVerify", tls.ServerNameToVerify);
        return json;
    }

    private void WriteRest(JsonObject json, IntegrationModel integration, Place place)
    {
        json.PutSome("requestTemplates", integration.RequestTemplates);
        json.Put("passthroughBehavior", integration.PassthroughBehavior?.ToString().ToLowerInvariant());
        json.Put("contentHandling", integration.ContentHandling?.ToString());
        json.PutSome("cacheKeyParameters", integration.CacheKeyParameters);
        json.Put("cacheNamespace", integration.CacheNamespace);
        json.PutSome("responses", Responses(integration.Responses, place["responses"]));
    }

    private static void WriteHttp(JsonObject json, IntegrationModel integration)
    {
        json.Put("payloadFormatVersion", integration.PayloadFormatVersion);
        var parameters = new JsonObject();
        foreach (var (status, changes) in integration.ResponseParameters) parameters[status] = JsonMembers.Object(changes);
        json.PutSome("responseParameters", parameters);
    }

    private JsonObject Responses(ValueList<IntegrationResponseModel> responses, Place place)
    {
        var json = new JsonObject();
        foreach (var response in responses)
        {
            var key = string.IsNullOrEmpty(response.SelectionPattern) ? Names.Default : response.SelectionPattern;
            if (response.SelectionPattern == Names.Default) losses.Warn(place[key], "A document reads the selection pattern \"default\" as none: write \"(default)\".");
            if (json.ContainsKey(key)) losses.Warn(place[key], $"Two responses have this selection pattern: the document goes without that of {response.StatusCode}.");
            else json[key] = Response(response);
        }
        return json;
    }

    private static JsonObject Response(IntegrationResponseModel response)
    {
        var json = new JsonObject { ["statusCode"] = response.StatusCode };
        json.PutSome("responseParameters", response.ResponseParameters);
        json.PutSome("responseTemplates", response.ResponseTemplates);
        json.Put("contentHandling", response.ContentHandling?.ToString());
        return json;
    }
}
