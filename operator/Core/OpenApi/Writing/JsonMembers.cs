using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.OpenApi.Writing;

/// <summary>Members that are written only when there is something to write.</summary>
internal static class JsonMembers
{
    public static void Put(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null) json[name] = value;
    }

    public static void PutTrue(this JsonObject json, string name, bool value)
    {
        if (value) json[name] = true;
    }

    public static void PutSome(this JsonObject json, string name, JsonObject members)
    {
        if (members.Count > 0) json[name] = members;
    }

    public static void PutSome(this JsonObject json, string name, ValueList<string> items)
    {
        if (items.Count > 0) json[name] = Array(items);
    }

    public static void PutSome(this JsonObject json, string name, ValueMap<string> entries)
    {
        if (entries.Count > 0) json[name] = Object(entries);
    }

    public static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(i => (JsonNode)i)]);

    public static JsonObject Object(ValueMap<string> entries)
    {
        var json = new JsonObject();
        foreach (var (key, value) in entries) json[key] = value;
        return json;
    }
}
