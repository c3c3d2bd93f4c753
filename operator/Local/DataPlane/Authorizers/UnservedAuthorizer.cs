using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>Stands for a type of authorization that this data plane does not do. It refuses: to let a request pass unchecked would be to say that the route is open.</summary>
/// <param name="name">AWS's name of the type.</param>
internal sealed class UnservedAuthorizer(string name) : IAuthorizer
{
    public ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer) =>
        new(AuthorizerDecision.Refuse(DataPlaneFaults.NotImplemented($"{name} is not served locally")));
}
