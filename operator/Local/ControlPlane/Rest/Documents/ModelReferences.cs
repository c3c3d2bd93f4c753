using System.Text.RegularExpressions;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>How the schema of a model refers to another: by an address in the control plane, by a name in documents.</summary>
internal static partial class ModelReferences
{
    private const string Named = "\"$ref\":\"#/components/schemas/";

    /// <summary>Recorded on AWS: an imported model refers to others by their addresses.</summary>
    public static string ToAddresses(string schema, string apiId) =>
        schema.Replace(Named, $"\"$ref\":\"https://apigateway.amazonaws.com/restapis/{apiId}/models/", StringComparison.Ordinal);

    public static string ToNames(string schema) => Address().Replace(schema, Named.Replace("$", "$$", StringComparison.Ordinal) + "${name}\"");

    [GeneratedRegex("\"\\$ref\"\\s*:\\s*\"https://apigateway\\.[^/\"]+/restapis/[^/\"]+/models/(?<name>[^/\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
