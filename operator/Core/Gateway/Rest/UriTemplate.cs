using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>Binds an integration's URI: <c>{name}</c> from path mappings, <c>${stageVariables.name}</c> from the stage. What is put in is not read again.</summary>
internal static class UriTemplate
{
    private const string StageVariable = "${stageVariables.";

    /// <summary>The URI. A placeholder without a value stays as it is, a stage variable without one is left out.</summary>
    public static string Bind(string template, ValueMap<string> path, ValueMap<string> stageVariables)
    {
        if (!template.Contains('{', StringComparison.Ordinal)) return template;
        var uri = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length;)
        {
            var end = template.IndexOf('}', at);
            var rest = template.AsSpan(at);
            if (end >= 0 && rest.StartsWith(StageVariable, StringComparison.Ordinal))
            {
                uri.Append(stageVariables.TryGetValue(template[(at + StageVariable.Length)..end], out var variable) ? variable : "");
                at = end + 1;
            }
            else if (end >= 0 && rest[0] == '{' && path.TryGetValue(template[(at + 1)..end].TrimEnd('+'), out var value))
            {
                uri.Append(value);
                at = end + 1;
            }
            else
            {
                uri.Append(template[at++]);
            }
        }
        return uri.ToString();
    }
}
