using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>
/// How an Update call of an HTTP API changes a shape: members that are not sent stay, an empty text unsets. Maps are changed entry by entry, and an empty
/// entry goes; every other object is replaced as a whole. Not recorded: it is what AWS's reference says of stage variables and parameters, and what
/// Terraform relies on.
/// </summary>
internal static class Overlay
{
    private static readonly string[] Maps = ["requestParameters", "responseParameters", "routeSettings", "stageVariables"];

    public static Outcome<T> Apply<T>(OperationCall call, T before, JsonTypeInfo<T> type)
        where T : class => call.Read(type).Select(change => Merge(before, change, type));

    private static T Merge<T>(T before, T change, JsonTypeInfo<T> type)
    {
        var target = JsonSerializer.SerializeToNode(before, type)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(change, type)!.AsObject())
        {
            if (Maps.Contains(name, StringComparer.Ordinal) && value is JsonObject entries) target[name] = Merged(target[name] as JsonObject, entries);
            else Set(target, name, value);
        }
        return target.Deserialize(type)!;
    }

    private static JsonObject Merged(JsonObject? before, JsonObject entries)
    {
        var after = before?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in entries) Set(after, name, value);
        return after;
    }

    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is null or JsonObject { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var empty) && empty.Length == 0)) target.Remove(name);
        else target[name] = value.DeepClone();
    }
}
