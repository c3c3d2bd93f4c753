using System.Text.Json.Nodes;
using DirectRoute.Testing;

namespace DirectRoute.Conformance.Velocity;

/// <summary>The templates that our compiler writes, from its golden cases.</summary>
internal static class CompiledTemplates
{
    /// <summary>Requests of clients and responses of AWS.</summary>
    public static readonly string?[] Bodies =
    [
        null, "", "plain text", "{}", "[]", "\"text\"", "{\"message\": ", "[1, 2",
        """{"message": "it's \"quoted\" \\ / \u00e9 \n", "count": 3, "on": true, "list": [1, {"a": "b/c"}], "object": {"a": [1]}, "none": null}""",
        """{"message": 12345678901234567890, "count": "3", "on": "yes", "Item": {"userId": {"S": "7"}}, "MessageId": "m-1"}""",
        """{"__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", "message": "slow"}""",
        """{"__type": "com.amazon.coral.service#AccessDeniedException", "Message": "arn:aws:iam::1:role/x"}""",
        """{"__type": "ValidationException", "message": "bad"}""",
    ];

    private static readonly string Cases = Repository.PathOf("tests", "Core.Tests", "Compile", "Cases");

    public static IReadOnlyList<string> All() =>
    [
        .. Directory.GetFiles(Cases, "api.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Templates(JsonNode.Parse(File.ReadAllText(file))))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The first template of a case: that of its request.</summary>
    public static string RequestOf(string name) => Templates(JsonNode.Parse(File.ReadAllText(Path.Combine(Cases, name, "api.json")))).First();

    private static IEnumerable<string> Templates(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Templates),
        JsonObject json => json.SelectMany(m => m.Key is "requestTemplates" or "responseTemplates" && m.Value is JsonObject templates
            ? templates.Select(t => Text(t.Value!)) : Templates(m.Value)),
        _ => [],
    };

    private static string Text(JsonNode template) => template is JsonArray lines ? string.Join('\n', lines.Select(l => (string?)l)) : (string)template!;
}
