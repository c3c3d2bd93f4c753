using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>Fills the members that the facts name: in an object of the client, and in a JSON tree that stands for the wire.</summary>
internal sealed class Sample(Service service)
{
    /// <summary>Has whatever is special in a URL, in JSON, in XML and in a form.</summary>
    private const string Awkward = "é &=+/%?#\"<>'{$x}";

    public static DateTime Time { get; } = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes("{\"openapi\": \"3.0.1\"}");

    public object Fill(object target, IEnumerable<MemberFact> members)
    {
        foreach (var member in members)
        {
            var property = target.GetType().GetProperty(member.Name);
            Assert.True(property is not null, $"{target.GetType().Name} has no {member.Name}");
            property.SetValue(target, member.Location switch
            {
                "header" => Media(member),
                "querystring" when member.Type == "map(string)" => new Dictionary<string, string> { ["extensions"] = member.Name + Awkward },
                _ => Value(member.Type, property.PropertyType, member.Name),
            });
        }

        return target;
    }

    public JsonObject Json(IEnumerable<MemberFact> members)
    {
        var json = new JsonObject();
        foreach (var member in members) json[member.WireName] = Json(member.Type, member.Name);
        return json;
    }

    public static string Text(string type, string name, Service service) => type switch
    {
        "integer" => "7",
        "boolean" => "true",
        _ when Enumeration(type) is { } enumeration => service.Facts.Enumerations[enumeration][0],
        _ => name + Awkward,
    };

    /// <summary>The value of a member that travels in a header, where only ASCII does.</summary>
    public static string Media(MemberFact member) => "application/x-" + member.Name;

    private static string? Enumeration(string type) => Inner(type, "enum");

    private static string? Inner(string type, string generic) =>
        type.StartsWith(generic + "(", StringComparison.Ordinal) ? type[(generic.Length + 1)..^1] : null;

    private object Value(string type, Type target, string name)
    {
        if (Inner(type, "list") is { } item)
        {
            var list = (IList)Activator.CreateInstance(target)!;
            list.Add(Value(item, target.GetGenericArguments()[0], name + 1));
            list.Add(Value(item, target.GetGenericArguments()[0], name + 2));
            return list;
        }

        if (Inner(type, "map") is { } value)
        {
            var map = (IDictionary)Activator.CreateInstance(target)!;
            map["k" + Awkward] = Value(value, target.GetGenericArguments()[1], name);
            return map;
        }

        if (Enumeration(type) is not null && target.IsSubclassOf(typeof(ConstantClass)))
            return target.GetMethod("FindValue", [typeof(string)])!.Invoke(null, [Text(type, name, service)])!;
        return type switch
        {
            "string" => Text(type, name, service),
            "integer" => 7,
            "long" => 7L,
            "double" => 1.5,
            "boolean" => true,
            "timestamp" => Time,
            "blob" => new MemoryStream(Bytes),
            _ => Fill(Activator.CreateInstance(target)!, service.Facts.Structures[type]),
        };
    }

    private JsonNode Json(string type, string name)
    {
        if (Inner(type, "list") is { } item) return new JsonArray(Json(item, name + 1), Json(item, name + 2));
        if (Inner(type, "map") is { } value) return new JsonObject { ["k" + Awkward] = Json(value, name) };
        return type switch
        {
            "string" => Text(type, name, service),
            "integer" or "long" => 7,
            "double" => 1.5,
            "boolean" => true,
            "timestamp" when service.EpochSeconds => ((DateTimeOffset)Time).ToUnixTimeSeconds(),
            "timestamp" => Time.ToString("s", CultureInfo.InvariantCulture) + "Z",
            _ when Enumeration(type) is not null => Text(type, name, service),
            _ => Json(service.Facts.Structures[type]),
        };
    }
}
