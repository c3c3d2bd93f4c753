using System.Globalization;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Finds and replaces the HTTP API that a call's path names.</summary>
internal static class HttpAccess
{
    private const string ApiId = "apiId";

    public static Outcome<HttpApiState> HttpApi(this OperationCall call) =>
        call.Region.HttpApis.GetValueOrDefault(call.Path[ApiId]).Or(Answer.NotFound($"Invalid API identifier specified {call.Region.AccountId}:{call.Path[ApiId]}"));

    public static HttpApiState Keep(this OperationCall call, HttpApiState api)
    {
        call.Region.HttpApis = call.Region.HttpApis.SetItem(api.Api.ApiId!, api);
        return api;
    }

    /// <summary>Keeps an API whose settings or content changed: stages that deploy by themselves do so.</summary>
    public static HttpApiState KeepAndDeploy(this OperationCall call, HttpApiState api) => call.Keep(AutoDeployment.Apply(api, call.Now));

    /// <summary>The page that <c>maxResults</c> and <c>nextToken</c> ask for. Without the first, a page holds all that AWS's own limits allow an API to have.</summary>
    public static HttpPage<T> Page<T>(this OperationCall call, IEnumerable<T> all)
    {
        var limit = int.TryParse(call.Query["maxResults"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : int.MaxValue - 1;
        var start = int.TryParse(call.Query["nextToken"], NumberStyles.None, CultureInfo.InvariantCulture, out var token) ? token : 0;
        var items = all.Skip(start).Take(limit + 1).ToList();
        return items.Count <= limit ? new(items, null) : new(items[..limit], (start + limit).ToString(CultureInfo.InvariantCulture));
    }
}
