using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>IAM policy documents, as JSON and as model.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>The document that IAM is sent: no white space, because it counts in the trust policy's limit of 2,048 characters.</summary>
    public static string Write(PolicyModel policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return CanonicalJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("Version", Version);
            writer.WriteStartArray("Statement");
            foreach (var statement in policy.Statements) Write(writer, statement);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>
    /// Reads a document. It never fails: what the model has no field for, and what is no policy at all, is kept in
    /// <see cref="StatementModel.Other"/>, so that it differs from every desired policy.
    /// </summary>
    /// <param name="json">The document, not URL-encoded.</param>
    public static PolicyModel Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonNode.Parse(json) is JsonObject document ? Parse(document) : NoPolicy(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return NoPolicy(json);
        }
    }

    internal static string Write(StatementModel statement) => CanonicalJson.Write(writer => Write(writer, statement));

    private static void Write(Utf8JsonWriter writer, StatementModel statement)
    {
        writer.WriteStartObject();
        if (statement.Sid is not null) writer.WriteString("Sid", statement.Sid);
        writer.WriteString("Effect", statement.Effect.ToString());
        if (statement.ServicePrincipal is not null)
        {
            writer.WriteStartObject("Principal");
            writer.WriteString("Service", statement.ServicePrincipal);
            writer.WriteEndObject();
        }
        Write(writer, "Action", statement.Actions);
        if (statement.Resources.Count > 0) Write(writer, "Resource", statement.Resources);
        if (statement.Condition is not null)
        {
            writer.WritePropertyName("Condition");
            writer.WriteRawValue(statement.Condition, skipInputValidation: true);
        }
        if (statement.Other is not null) writer.WriteString("Other", statement.Other);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ValueList<string> values)
    {
        if (values.Count == 1)
        {
            writer.WriteString(name, values[0]);
            return;
        }
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static PolicyModel Parse(JsonObject document)
    {
        var version = document["Version"]?.GetValue<string>();
        var statements = document["Statement"] is JsonArray list ? list : new JsonArray(document["Statement"]?.DeepClone());
        var parsed = statements.Select(s => s is JsonObject o ? ParseStatement(o) : Unknown(s)).ToValueList();
        // The version decides whether policy variables work, so another version is another meaning.
        return version == Version ? new() { Statements = parsed } : new() { Statements = [.. parsed, OtherVersion(version)] };
    }

    private static StatementModel ParseStatement(JsonObject statement)
    {
        var rest = (JsonObject)statement.DeepClone();
        var sid = Take(rest, "Sid");
        var effect = Take(rest, "Effect");
        var actions = Take(rest, "Action");
        var resources = Take(rest, "Resource");
        var condition = Take(rest, "Condition");
        if (rest["Principal"] is JsonObject { Count: 1 } principal && principal["Service"] is JsonValue service) rest.Remove("Principal");
        else service = null!;
        return new StatementModel
        {
            Sid = sid?.GetValue<string>(),
            Effect = effect?.GetValue<string>() == nameof(PolicyEffect.Deny) ? PolicyEffect.Deny : PolicyEffect.Allow,
            ServicePrincipal = service?.GetValue<string>(),
            Actions = Values(actions),
            Resources = Values(resources),
            Condition = condition is null ? null : CanonicalJson.Write(condition),
            Other = rest.Count == 0 ? null : CanonicalJson.Write(rest),
        };
    }

    private static JsonNode? Take(JsonObject statement, string name)
    {
        var value = statement[name];
        statement.Remove(name);
        return value;
    }

    private static ValueList<string> Values(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.OfType<JsonValue>().Select(v => v.GetValue<string>()).ToValueList(),
        _ => [value.GetValue<string>()],
    };

    private static PolicyModel NoPolicy(string json) => new() { Statements = [new() { Other = json }] };

    private static StatementModel Unknown(JsonNode? node) => new() { Other = CanonicalJson.Write(node) };

    private static StatementModel OtherVersion(string? version) => new() { Other = $"version {version ?? "2008-10-17"}" };
}
