using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>A kind of thing that an API has many of, by id or name.</summary>
/// <param name="variable">The variable of the path that names one.</param>
/// <param name="missing">AWS's words when there is none of that name; <c>{0}</c> is the name.</param>
/// <param name="get">Where the content has them.</param>
/// <param name="set">The content with others.</param>
internal sealed class RestParts<T>(
    string variable,
    string missing,
    Func<RestContent, ImmutableSortedDictionary<string, T>> get,
    Func<RestContent, ImmutableSortedDictionary<string, T>, RestContent> set)
    where T : class
{
    public required JsonTypeInfo<T> Type { get; init; }
    public required JsonTypeInfo<Page<T>> PageType { get; init; }
    public required Patcher<T> Patcher { get; init; }

    /// <summary>What is refused of a changed one.</summary>
    public Func<OperationCall, T, Outcome<T>> Check { get; init; } = (_, part) => part;

    /// <summary>What is refused of the deletion of one.</summary>
    public Func<OperationCall, T, Outcome<T>> CheckDelete { get; init; } = (_, part) => part;

    public Answer Get(OperationCall call) => Find(call).Answer(200, Type);

    public Answer List(OperationCall call) => call.Api().Select(a => Paging.Page(get(a.Content).Values, call.Query)).Answer(200, PageType);

    public Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from before in Find(call)
        from changed in Patcher.Apply(before, patch)
        from part in Check(call, changed)
        select Keep(call, call.Path[variable], part)).Answer(200, Type);

    public Answer Delete(OperationCall call) => (
        from found in Find(call)
        from part in CheckDelete(call, found)
        select Remove(call, part)).Answer(202);

    public T Keep(OperationCall call, string key, T part)
    {
        call.Keep(content => set(content, get(content).SetItem(key, part)));
        return part;
    }

    /// <summary>Recorded on AWS: a wrong API and a wrong part are told alike.</summary>
    public Outcome<T> Find(OperationCall call) =>
        (call.Region.RestApis.TryGetValue(call.Path["restapi_id"], out var api) ? get(api.Content).GetValueOrDefault(call.Path[variable]) : null).Or(Answer.NotFound(missing.Replace("{0}", call.Path[variable], StringComparison.Ordinal)));

    private T Remove(OperationCall call, T part)
    {
        call.Keep(content => set(content, get(content).Remove(call.Path[variable])));
        return part;
    }
}
