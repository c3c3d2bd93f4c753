using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Planning;

/// <summary>IAM policy documents, as JSON and as model.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>The version of a document that names none. It takes policy variables for plain text.</summary>
    private const string OldVersion = "2008-10-17";

    /// <summary>The element that stands for what cannot be read.</summary>
    private const string Unreadable = "Unreadable";

    /// <summary>The document that IAM is sent: no white space, because it counts in the trust policy's limit of 2,048 characters.</summary>
    public static string Write(PolicyModel policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return CanonicalJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(nameof(Version), Version);
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
        return PolicyJson.Read(json) is { } document ? Parse(document) : new() { Statements = [NotRead(JsonValue.Create(json))] };
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
        if (statement.Actions.Count > 0 || statement.Other is null) Write(writer, "Action", statement.Actions);
        if (statement.Resources.Count > 0) Write(writer, "Resource", statement.Resources);
        if (statement.Condition is not null)
        {
            writer.WritePropertyName("Condition");
            writer.WriteRawValue(statement.Condition, skipInputValidation: true);
        }
        if (statement.Other is not null) WriteOther(writer, statement.Other);
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

    private static void WriteOther(Utf8JsonWriter writer, string other)
    {
        foreach (var (name, value) in PolicyJson.Read(other) as JsonObject ?? new() { [Unreadable] = other })
        {
            writer.WritePropertyName(name);
            CanonicalJson.Write(writer, value);
        }
    }

    private static PolicyModel Parse(JsonNode node)
    {
        if (node is not JsonObject document || !IsDocument(document)) return new() { Statements = [NotRead(node)] };
        var version = JsonSets.Text(document[nameof(Version)]) ?? OldVersion;
        return document["Statement"] is JsonArray list
            ? new() { Statements = list.Select(s => ParseStatement(s, version)).ToValueList() }
            : new() { Statements = [ParseStatement(document["Statement"], version)] };
    }

    /// <summary>An <c>Id</c> is a label.</summary>
    private static bool IsDocument(JsonObject document) => document.ContainsKey("Statement") && document.All(m => m.Key switch
    {
        nameof(Version) => JsonSets.Text(m.Value) is Version or OldVersion,
        "Id" => JsonSets.Text(m.Value) is not null,
        "Statement" => m.Value is JsonArray or JsonObject,
        _ => false,
    });

    private static StatementModel ParseStatement(JsonNode? node, string version)
    {
        if (node is not JsonObject statement || !IsStatement(statement)) return NotRead(node);
        var rest = (JsonObject)statement.DeepClone();
        foreach (var name in (string[])["Sid", "Effect", "Action", "Resource", "Condition"]) rest.Remove(name);
        var service = statement["Principal"] is JsonObject { Count: 1 } principal ? JsonSets.Text(principal["Service"]) : null;
        if (service is not null) rest.Remove("Principal");
        // The version decides whether policy variables work: it is part of the meaning of a statement that seems to have some.
        if (version == OldVersion && HasVariables(statement)) rest[nameof(Version)] = OldVersion;
        return new StatementModel
        {
            Sid = JsonSets.Text(statement["Sid"]),
            Effect = JsonSets.Text(statement["Effect"]) == nameof(PolicyEffect.Deny) ? PolicyEffect.Deny : PolicyEffect.Allow,
            ServicePrincipal = service,
            Actions = JsonSets.Texts(statement["Action"]) ?? [],
            Resources = JsonSets.Texts(statement["Resource"]) ?? [],
            Condition = statement["Condition"] is { } condition ? CanonicalJson.Write(condition) : null,
            Other = rest.Count == 0 ? null : CanonicalJson.Write(rest),
        };
    }

    /// <summary>Whether each element that the model has a field for is there as IAM takes it.</summary>
    private static bool IsStatement(JsonObject statement) => HasElements(statement) && statement.All(m => m.Key switch
    {
        "Sid" => JsonSets.Text(m.Value) is not null,
        "Effect" => JsonSets.Text(m.Value) is nameof(PolicyEffect.Allow) or nameof(PolicyEffect.Deny),
        "Action" or "Resource" => JsonSets.Texts(m.Value) is { Count: > 0 },
        "Condition" => m.Value is JsonObject,
        nameof(Version) or Unreadable => false,
        _ => true,
    });

    private static bool HasElements(JsonObject statement) =>
        statement.ContainsKey("Effect") && (statement.ContainsKey("Action") || statement.ContainsKey("NotAction"));

    private static bool HasVariables(JsonObject statement) =>
        Array.Exists(["Resource", "NotResource", "Condition"], name => CanonicalJson.Write(statement[name]).Contains("${", StringComparison.Ordinal));

    private static StatementModel NotRead(JsonNode? node) => new() { Other = CanonicalJson.Write(new JsonObject { [Unreadable] = JsonSets.Of(node) }) };
}
