namespace DirectRoute.Local.DataPlane;

/// <summary>Is told of every request to a deployed API once it is answered.</summary>
public interface IExchangeObserver
{
    /// <summary>Takes note. It is called on the thread of the request, before the client has the answer: it must neither wait nor throw.</summary>
    void Completed(Exchange exchange);
}
