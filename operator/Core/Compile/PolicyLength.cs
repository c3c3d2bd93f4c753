using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Compile;

/// <summary>Whether a role's policy fits into IAM, and which routes to give another role if not.</summary>
internal static class PolicyLength
{
    private const int MostRoutes = 5;

    public static void Check(IReadOnlyCollection<RoleRequest> requests, ValueList<StatementModel> extra, DiagnosticBag diagnostics, string field)
    {
        var length = Of(requests, extra);
        if (length <= PolicyMeaning.MaxLength) return;
        var excess = $"The role's policy would have {length} characters, {length - PolicyMeaning.MaxLength} more than the {PolicyMeaning.MaxLength} that IAM allows.";
        var own = Of([], extra);
        diagnostics.Error(Reasons.QuotaExceeded, field, own > PolicyMeaning.MaxLength
            ? $"{excess} spec.statements alone have {own}: put some into a managed policy and name it in spec.managedPolicyArns."
            : $"{excess} {Way(requests, extra)}");
    }

    private static string Way(IReadOnlyCollection<RoleRequest> requests, ValueList<StatementModel> extra)
    {
        var greedy = requests.Select(r => (r.RouteId, Request: r, Length: Of([r], default)))
            .OrderByDescending(r => r.Length).ThenBy(r => r.RouteId, StringComparer.Ordinal).ToList();
        var most = string.Join(", ", greedy.Take(MostRoutes).Select(r => $"{r.RouteId} ({r.Length})"));
        var enough = Enough(greedy.ConvertAll(r => r.Request), extra);
        var which = enough == 1 ? "the first of them is enough" : $"the {enough} that ask most are enough";
        return $"Of its {requests.Count} routes, these ask most: {most}. Move some to another role, {which}: "
            + "create an IntegrationRole in their namespace and name it in their spec.roleRef.";
    }

    /// <summary>How many of the routes, from the first on, must go until the rest fits.</summary>
    private static int Enough(List<RoleRequest> greedy, ValueList<StatementModel> extra)
    {
        var (low, high) = (1, greedy.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Of(greedy[middle..], extra) <= PolicyMeaning.MaxLength) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static int Of(IReadOnlyCollection<RoleRequest> requests, ValueList<StatementModel> extra) =>
        PolicyDocument.Write(RoleTemplate.Policy(requests, extra)).Length;
}
