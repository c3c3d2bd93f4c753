namespace DirectRoute.Local.Services;

/// <summary>Which method of which API makes a call.</summary>
/// <param name="ApiId">The API's id.</param>
/// <param name="SourceArn">The method: <c>arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{method}/{path}</c>.</param>
/// <param name="TraceId">The value of <c>X-Amzn-Trace-Id</c>.</param>
internal sealed record CallOrigin(string ApiId, string SourceArn, string TraceId)
{
    private const int RegionPart = 3;
    private const int AccountPart = 4;

    /// <summary>The API's region.</summary>
    public string Region => SourceArn.Split(':')[RegionPart];

    /// <summary>The API's account.</summary>
    public string AccountId => SourceArn.Split(':')[AccountPart];
}
