using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>A kind of thing that an account has many of in a region, by id.</summary>
/// <param name="variable">The variable of the path that names one.</param>
/// <param name="missing">AWS's words when there is none of that id.</param>
/// <param name="get">Where the region has them.</param>
/// <param name="set">Gives the region others.</param>
internal sealed class RegionParts<T>(
    string variable,
    string missing,
    Func<RegionState, ImmutableSortedDictionary<string, T>> get,
    Action<RegionState, ImmutableSortedDictionary<string, T>> set)
    where T : class
{
    public required JsonTypeInfo<T> Type { get; init; }
    public required JsonTypeInfo<Page<T>> PageType { get; init; }
    public required Patcher<T> Patcher { get; init; }

    /// <summary>How a single one is shown: AWS shows an empty map of tags there.</summary>
    public Func<T, T> Whole { get; init; } = part => part;

    /// <summary>What is refused of a changed one.</summary>
    public Func<T, Outcome<T>> Check { get; init; } = part => part;

    /// <summary>What is refused of the deletion of one.</summary>
    public Func<OperationCall, T, Outcome<T>> CheckDelete { get; init; } = (_, part) => part;

    public Answer Get(OperationCall call) => Find(call).Select(Whole).Answer(200, Type);

    public Answer List(OperationCall call) => Answer.Json(200, Paging.Page(get(call.Region).Values, call.Query), PageType);

    public Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from before in Find(call)
        from changed in Patcher.Apply(before, patch)
        from part in Check(changed)
        select Whole(Keep(call, call.Path[variable], part))).Answer(200, Type);

    public Answer Delete(OperationCall call) => (
        from found in Find(call)
        from part in CheckDelete(call, found)
        select Remove(call, part)).Answer(202);

    public T Keep(OperationCall call, string id, T part)
    {
        set(call.Region, get(call.Region).SetItem(id, part));
        return part;
    }

    private Outcome<T> Find(OperationCall call) => get(call.Region).GetValueOrDefault(call.Path[variable]).Or(Answer.NotFound(missing));

    private T Remove(OperationCall call, T part)
    {
        set(call.Region, get(call.Region).Remove(call.Path[variable]));
        return part;
    }
}
