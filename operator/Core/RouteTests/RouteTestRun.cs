using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.RouteTests;

/// <summary>One test on its way: through the request's mapping, the sample answer's, and the comparison of both.</summary>
internal sealed class RouteTestRun(PreparedRoute route, GatewayRequest request, RouteTest test, string root, DifferenceBag differences)
{
    private readonly MessageComparison comparison = new(differences);

    private string RequestField => $"{root}.expect.backendRequest";
    private string ResponseField => $"{root}.expect.response";

    public void Check()
    {
        switch (RequestMapping.Map(route, request))
        {
            case GatewayAnswer answer:
                CheckAnswer(answer.Response);
                break;
            case BackendCall { MockResponse: { } mock } call:
                if (test.Expect.BackendRequest is not null) differences.Add(RequestField, "a mock asks no service");
                comparison.Compare(ResponseField, test.Expect.Response, ResponseMapping.Map(route, request, call, mock));
                break;
            case BackendCall call:
                CheckCall(call);
                break;
        }
    }

    /// <summary>API Gateway answers by itself, which a test that has a service in mind did not expect.</summary>
    private void CheckAnswer(ClientResponse response)
    {
        if (test.Expect.BackendRequest is not null || test.BackendResponse is not null)
        {
            var where = test.Expect.BackendRequest is not null ? RequestField : $"{root}.backendResponse";
            differences.Add(where, $"the service is not asked: API Gateway answers {response.StatusCode} \"{response.Fault!.Message}\" by itself. {response.Fault.Detail}");
        }
        comparison.Compare(ResponseField, test.Expect.Response, response);
    }

    private void CheckCall(BackendCall call)
    {
        comparison.Compare(RequestField, test.Expect.BackendRequest, call.Request);
        if (test.Expect.Response is null) return;
        if (test.BackendResponse is not { } sample)
        {
            differences.Add($"{root}.backendResponse", "the service is asked, so say what it answers; expected was an answer of API Gateway's own");
            return;
        }
        var response = new BackendResponse
        {
            StatusCode = sample.Status ?? 200,
            Headers = NamedValues.Headers((sample.Headers ?? new Dictionary<string, string>()).Select(h => new NameValue(h.Key, h.Value))),
            Body = Encoding.UTF8.GetBytes(SampleRequest.Body(sample.Body, $"{root}.backendResponse.body", differences)),
        };
        comparison.Compare(ResponseField, test.Expect.Response, ResponseMapping.Map(route, request, call, response));
    }
}
