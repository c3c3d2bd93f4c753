using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>Who has which method and path. The older route wins; the younger learns who was first.</summary>
internal sealed class RouteClaims(ApiProtocol protocol)
{
    private readonly Dictionary<string, (string Key, string Id)> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Segment, string Id)> variables = new(StringComparer.Ordinal);

    /// <summary>The order of seniority: creation, then <c>namespace/name</c>.</summary>
    public static readonly Comparison<RouteInput> Seniority = (a, b) =>
        a.CreationTimestamp != b.CreationTimestamp ? a.CreationTimestamp.CompareTo(b.CreationTimestamp)
        : string.CompareOrdinal(a.Id, b.Id) is var byId && byId != 0 ? byId
        : string.CompareOrdinal(a.Uid, b.Uid);

    /// <summary>Takes the method and path for a route, or says who has them; call it in order of seniority.</summary>
    public bool TryTake(string id, RouteMethod method, PathPattern path, DiagnosticBag diagnostics)
    {
        if (protocol != ApiProtocol.HTTP && !TryTakeVariables(id, path, diagnostics)) return false;
        var key = RouteModel.KeyOf(method, path.Text);
        if (keys.TryAdd(RouteModel.KeyOf(method, path.Shape), (key, id))) return true;
        var taken = keys[RouteModel.KeyOf(method, path.Shape)];
        var same = taken.Key == key ? "" : ", which serves the same requests";
        diagnostics.Error(Reasons.Conflicted, "spec.match",
            $"The older route {taken.Id} has {taken.Key}{same}: change the method or the path, or delete one of the two.");
        return false;
    }

    /// <summary>A REST API has one variable at one place of its tree: beneath <c>/users</c> either <c>{id}</c> or <c>{name}</c> or <c>{rest+}</c>.</summary>
    private bool TryTakeVariables(string id, PathPattern path, DiagnosticBag diagnostics)
    {
        var places = Enumerable.Range(0, path.Segments.Count)
            .Where(i => path.Segments[i].IsVariable)
            .Select(i => (Parent: path.Prefix(i), path.Segments[i].Text)).ToList();
        foreach (var (parent, segment) in places)
        {
            if (!variables.TryGetValue(parent, out var taken) || taken.Segment == segment) continue;
            diagnostics.Error(Reasons.PathConflict, "spec.match.path",
                $"Beneath {parent} the older route {taken.Id} has {taken.Segment}, and a REST API allows one variable at one place. "
                    + $"Use {taken.Segment} there, too, or an API of protocol HTTP.");
            return false;
        }
        foreach (var (parent, segment) in places) variables.TryAdd(parent, (segment, id));
        return true;
    }
}
