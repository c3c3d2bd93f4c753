using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Policies;

/// <summary>Grants as YAML for <c>AwsAccount.spec.grants</c>, one a line, so that whoever may can paste what is missing.</summary>
internal static partial class GrantText
{
    /// <summary>The narrowest grant that gives a namespace what a statement allows.</summary>
    public static string Of(string ns, StatementModel statement, bool isPublic) =>
        $"- {{namespaces: {{from: Selector, selector: {{matchLabels: {{kubernetes.io/metadata.name: {Quoted(ns)}}}}}}}, "
            + $"actions: {List(statement.Actions)}, resources: {List(statement.Resources)}, public: {(isPublic ? "true" : "false")}}}";

    private static string List(ValueList<string> values) => $"[{string.Join(", ", values.Select(v => Plain().IsMatch(v) ? v : Quoted(v)))}]";

    // JSON's strings are YAML's. Half a surrogate pair, which neither can hold, becomes U+FFFD.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>What YAML reads as text without quotes: actions and most ARNs.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9-]*:[A-Za-z0-9:/._@+=-]*[A-Za-z0-9/_+=-]\z")]
    private static partial Regex Plain();
}
