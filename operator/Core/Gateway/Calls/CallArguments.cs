using System.Text.Json;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>What a call says, wherever its protocol has put it.</summary>
internal sealed record CallArguments
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>Query string, form, or the parameters of a first-class integration.</summary>
    public NamedValues Fields { get; init; } = NamedValues.NoQuery;
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;

    /// <summary>What stands in the places of the path's template, decoded.</summary>
    public ValueMap<string> Path { get; init; }

    /// <summary>The member whose items hold the arguments, when they do not stand in the body itself.</summary>
    public string? Wrap { get; init; }

    /// <summary>The values of an argument: one, unless the call is many in one.</summary>
    public ValueList<string> Texts(string name)
    {
        if (Path.TryGetValue(name, out var part)) return [part];
        var members = Objects().Select(o => Member(o, name)).OfType<string>().ToValueList();
        return members.Count > 0 ? members : Fields.All(name).ToValueList();
    }

    /// <summary>Whether the call gives a parameter.</summary>
    public bool Has(ParameterEntry parameter) => parameter.In switch
    {
        ParameterLocation.Header => Headers.Contains(parameter.OnTheWire),
        ParameterLocation.QueryString => Fields.Contains(parameter.OnTheWire),
        _ => Texts(parameter.Name).Count > 0,
    };

    /// <summary>The objects that hold arguments; an item that is none stands for one that says nothing.</summary>
    public IEnumerable<JsonElement?> Objects()
    {
        if (Wrap is null) return [Json];
        return Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(Wrap, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Select(i => (JsonElement?)i) : [];
    }

    /// <summary>A text member of an object; null when there is none.</summary>
    public static string? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
