using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Plans what the methods of a REST API name: there before them, gone after them; and the gateway responses.</summary>
internal sealed class RestParts(PlanBuilder plan)
{
    private readonly AuthorizerSteps authorizers = new(plan, AuthorizerCalls.Rest);
    private readonly ModelSteps models = new(plan);

    /// <summary>Makes way for what AWS cannot change in place.</summary>
    /// <returns>What is there afterwards.</returns>
    public ObservedApi MakeWay(ObservedApi observed, ApiModel wanted) => models.MakeWay(authorizers.MakeWay(observed, wanted), wanted);

    /// <summary>Makes and changes what methods name.</summary>
    public void Needed(ApiModel before, ApiModel after, ApiModel declared)
    {
        Validators(before, after);
        models.Needed(before, after, declared);
        authorizers.Needed(before, after, declared);
    }

    /// <summary>Deletes what no method names any more, and sets the gateway responses.</summary>
    public void Surplus(ApiModel before, ApiModel after, ApiModel declared)
    {
        foreach (var gone in before.RequestValidators.Where(b => after.RequestValidators.All(a => a.Name != b.Name)))
        {
            plan.Delete($"request validator {gone.Name}", new RestCall.DeleteRequestValidator(gone.Name));
        }
        models.Surplus(before, after);
        authorizers.Surplus(before, after);
        GatewayResponses(before, after, declared);
    }

    private void Validators(ApiModel before, ApiModel after)
    {
        var existing = before.RequestValidators.ToDictionary(v => v.Name, StringComparer.Ordinal);
        foreach (var validator in after.RequestValidators)
        {
            var subject = $"request validator {validator.Name}";
            if (!existing.TryGetValue(validator.Name, out var current)) plan.Create(subject, new RestCall.CreateRequestValidator(validator));
            else plan.Update(subject, new Differences().Validator(current, validator).ToValueList(), new RestCall.UpdateRequestValidator(validator));
        }
    }

    private void GatewayResponses(ApiModel before, ApiModel after, ApiModel declared)
    {
        var existing = before.GatewayResponses.ToDictionary(r => r.ResponseType, StringComparer.Ordinal);
        foreach (var response in after.GatewayResponses)
        {
            var put = new RestCall.PutGatewayResponse(declared.GatewayResponses.First(r => r.ResponseType == response.ResponseType));
            if (!existing.TryGetValue(response.ResponseType, out var current)) plan.Create(Subject(response), put);
            else plan.Update(Subject(response), new Differences().GatewayResponse(current, response).ToValueList(), put);
        }
        foreach (var gone in before.GatewayResponses.Where(b => after.GatewayResponses.All(a => a.ResponseType != b.ResponseType)))
        {
            plan.Delete(Subject(gone), new RestCall.DeleteGatewayResponse(gone.ResponseType));
        }
    }

    private static string Subject(GatewayResponseModel response) => $"gateway response {response.ResponseType}";
}
