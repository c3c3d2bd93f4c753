using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>What is doubtful in an AwsAccount, although the API server takes it.</summary>
public static partial class AccountRules
{
    /// <summary>Warnings, in the order of the manifest: actions of grants that no action can match.</summary>
    public static ValueList<Diagnostic> Check(AwsAccountSpec account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var diagnostics = new DiagnosticBag();
        for (var i = 0; i < (account.Grants?.Count ?? 0); i++) Check(account.Grants![i]?.Actions ?? [], $"spec.grants[{i}].actions", diagnostics);
        return diagnostics.Items;
    }

    private static void Check(IReadOnlyList<string> actions, string field, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (!MayMatch().IsMatch(actions[i] ?? ""))
                diagnostics.Warn(Reasons.InvalidValue, $"{field}[{i}]", $"\"{actions[i]}\" matches no action, so it grants nothing: write the service and the action, such as sqs:SendMessage or sqs:*.");
        }
    }

    /// <summary>A service, a colon and an action; or a wildcard that can stand for the colon.</summary>
    [GeneratedRegex(@"\A(?:[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+|[A-Za-z0-9-]*[*?][A-Za-z0-9*?-]*)\z")]
    private static partial Regex MayMatch();
}
