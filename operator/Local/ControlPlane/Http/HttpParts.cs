using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>A kind of thing that an HTTP API has many of, by id.</summary>
/// <param name="name">AWS's name of the kind, in messages.</param>
/// <param name="variable">The variable of the path that names one.</param>
/// <param name="get">Where the content has them.</param>
/// <param name="set">The content with others.</param>
internal sealed class HttpParts<T>(
    string name,
    string variable,
    Func<HttpApiContent, ImmutableSortedDictionary<string, T>> get,
    Func<HttpApiContent, ImmutableSortedDictionary<string, T>, HttpApiContent> set)
    where T : class
{
    public required JsonTypeInfo<T> Type { get; init; }
    public required JsonTypeInfo<HttpPage<T>> PageType { get; init; }

    /// <summary>One with its id and AWS's defaults, or what is refused of it.</summary>
    public required Func<HttpApiContent, string, T, Outcome<T>> Complete { get; init; }

    /// <summary>What is against the deletion of one.</summary>
    public required Func<HttpApiContent, string, Answer?> UseRefusal { get; init; }

    public Answer Create(OperationCall call) => (
        from request in call.Read(Type)
        from api in call.HttpApi()
        let id = Ids.Part()
        from part in Complete(api.Content, id, request)
        select Keep(call, api, id, part)).Answer(201, Type);

    public Answer Get(OperationCall call) => (
        from api in call.HttpApi()
        from part in Find(call, api)
        select part).Answer(200, Type);

    public Answer List(OperationCall call) => call.HttpApi().Select(a => call.Page(get(a.Content).Values)).Answer(200, PageType);

    public Answer Update(OperationCall call) => (
        from api in call.HttpApi()
        from before in Find(call, api)
        from changed in Overlay.Apply(call, before, Type)
        from part in Complete(api.Content, call.Path[variable], changed)
        select Keep(call, api, call.Path[variable], part)).Answer(200, Type);

    public Answer Delete(OperationCall call) => (
        from api in call.HttpApi()
        from found in Find(call, api)
        from unused in found.Unless(UseRefusal(api.Content, call.Path[variable]))
        select call.KeepAndDeploy(api with { Content = set(api.Content, get(api.Content).Remove(call.Path[variable])) })).Answer(204);

    public Outcome<T> Find(OperationCall call, HttpApiState api) =>
        get(api.Content).GetValueOrDefault(call.Path[variable]).Or(Answer.NotFound($"Unable to find {name} by ID {call.Path[variable]} within the API {api.Api.ApiId}"));

    private T Keep(OperationCall call, HttpApiState api, string id, T part)
    {
        call.KeepAndDeploy(api with { Content = set(api.Content, get(api.Content).SetItem(id, part)) });
        return part;
    }
}
