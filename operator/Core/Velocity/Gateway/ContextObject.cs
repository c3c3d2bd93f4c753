using System.Globalization;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Json;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Gateway;

/// <summary><c>$context</c>: what the gateway knows of the request, and the overrides that a template sets there.</summary>
internal sealed class ContextObject
{
    private readonly OverrideMap requestHeader;
    private readonly OverrideMap requestPath;
    private readonly OverrideMap requestQueryString;
    private readonly OverrideMap response;
    private readonly OverrideMap responseHeader;

    public ContextObject(JsonObject? context)
    {
        Values = context is null ? new JavaMap(0) : JsonValues.MapOf(context);
        var request = Taken(Values, "requestOverride");
        requestHeader = Inner("$context.requestOverride", request, "header");
        requestPath = Inner("$context.requestOverride", request, "path");
        requestQueryString = Inner("$context.requestOverride", request, "querystring");
        Values.Put("requestOverride", new OverrideMap("$context.requestOverride", request));
        var responses = Taken(Values, "responseOverride");
        responseHeader = Inner("$context.responseOverride", responses, "header");
        response = new OverrideMap("$context.responseOverride", responses);
        Values.Put("responseOverride", response);
    }

    /// <summary>What the template sees.</summary>
    public JavaMap Values { get; }

    /// <summary>The overrides that are set now.</summary>
    public Overrides Read(RenderScope scope)
    {
        var status = response.Values.Get("status") is { } value ? JavaText.Of(value, scope) : null;
        return new Overrides
        {
            RequestHeader = Texts(requestHeader, scope),
            RequestPath = Texts(requestPath, scope),
            RequestQueryString = Texts(requestQueryString, scope),
            ResponseHeader = Texts(responseHeader, scope),
            ResponseCustom = Texts(response, scope).Without("status"),
            ResponseStatus = status,
            Status = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
    }

    private static JavaMap Taken(JavaMap values, string name) => values.Get(name) as JavaMap ?? new JavaMap(0);

    private static OverrideMap Inner(string path, JavaMap overrides, string name)
    {
        var inner = new OverrideMap($"{path}.{name}", Taken(overrides, name));
        overrides.Put(name, inner);
        return inner;
    }

    private static ValueMap<string> Texts(OverrideMap map, RenderScope scope)
    {
        if (map.Values.Count == 0) return default;
        var texts = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < map.Values.Count; i++)
        {
            var (key, value) = map.Values.At(i);
            if (value is not OverrideMap) texts.Add(new(key is null ? "null" : JavaText.Of(key, scope), value is null ? "" : JavaText.Of(value, scope)));
        }
        return texts.ToValueMap();
    }
}
