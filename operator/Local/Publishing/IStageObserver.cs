namespace DirectRoute.Local.Publishing;

/// <summary>Is told when a client of the control plane gives a stage another deployment.</summary>
public interface IStageObserver
{
    /// <summary>Takes note. It is called on the thread of the client's call, before the client has its answer: it must neither wait nor throw.</summary>
    void Deployed(ServedStage stage);
}
